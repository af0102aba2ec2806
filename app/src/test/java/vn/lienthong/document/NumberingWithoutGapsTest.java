package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class NumberingWithoutGapsTest {

    private final String scope = "T" + UUID.randomUUID();

    @Autowired
    Numbering numbering;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void numbers_taken_at_once_have_neither_gaps_nor_doubles_although_every_third_is_given_back() throws Exception {
        List<Callable<String>> attempts = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            boolean fails = i % 3 == 0;
            attempts.add(() -> transaction.execute(status -> {
                String number = numbering.next("result", scope);
                if (fails) {
                    status.setRollbackOnly();
                }
                return fails ? "" : number;
            }));
        }

        List<String> kept = new ArrayList<>();
        ExecutorService desks = Executors.newFixedThreadPool(8);
        try {
            for (Future<String> attempt : desks.invokeAll(attempts)) {
                if (!attempt.get().isEmpty()) {
                    kept.add(attempt.get());
                }
            }
        } finally {
            desks.shutdown();
        }

        assertThat(kept)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 80)
                        .mapToObj(n -> "KQ.%s.%06d".formatted(scope, n))
                        .toList());
    }

    @Test
    void every_agency_counts_for_itself() {
        String first = transaction.execute(status -> numbering.next("dossier", scope));
        String elsewhere = transaction.execute(status -> numbering.next("dossier", scope + "x"));

        assertThat(first).matches(scope + "-\\d{6}-0001");
        assertThat(elsewhere).matches(scope + "x-\\d{6}-0001");
    }

    @Test
    void an_agency_numbers_with_its_identifier_code_and_its_abbreviation() {
        assertThat(transaction.<String>execute(status -> numbering.next("dossier", "so-noi-vu")))
                .matches("H99\\.03-\\d{6}-\\d{4}");
        assertThat(transaction.<String>execute(status -> numbering.next("certificate", "an-hoa-cong-an")))
                .matches("\\d{2,}/GXN-CAP");
    }

    @Test
    void an_agency_may_have_a_pattern_of_its_own() {
        jdbc.sql("insert into document.number_pattern values ('dossier', ?, '000.00.{identifier}-{n:5}', 'NEVER')")
                .param(scope)
                .update();

        assertThat(transaction.<String>execute(status -> numbering.next("dossier", scope)))
                .isEqualTo("000.00." + scope + "-00001");
    }

    @Test
    void a_number_is_not_given_out_without_a_transaction_that_uses_it() {
        assertThatThrownBy(() -> numbering.next("dossier", scope)).isInstanceOf(IllegalTransactionStateException.class);
    }
}
