package vn.lienthong.dossier.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.NotFound;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class ADraftBecomesOneDossierTest {

    private static final String OFFICER = "tiepnhan";

    @Autowired
    Wizard wizard;

    @Autowired
    DraftMapper drafts;

    @Autowired
    CurrentCaller caller;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TimeMachine time;

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void when_two_windows_receive_it_at_once_the_second_finds_none() throws Exception {
        UUID draft = complete();
        int before = dossiers();

        List<Object> ends = atOnce(4, () -> wizard.receive(draft));

        assertThat(dossiers() - before).isEqualTo(1);
        assertThat(ends).filteredOn(NotFound.class::isInstance).hasSize(3);
    }

    @Test
    void what_another_window_saved_meanwhile_is_kept() {
        UUID draft = complete();

        caller.as(
                OFFICER,
                () -> wizard.save(draft, Wizard.APPLICANT, Map.of("applicant", Map.of("phone", "0912000999"))));
        caller.as(OFFICER, () -> {
            wizard.savePapers(draft, Map.of());
            return "";
        });

        Draft now = caller.as(OFFICER, () -> drafts.find(draft, OFFICER));
        assertThat(now.applicant()).containsEntry("phone", "0912000999");
        assertThat(now.papers()).isEmpty();
    }

    @Test
    void what_was_thrown_away_is_not_received() {
        UUID draft = complete();
        caller.as(OFFICER, () -> {
            wizard.discard(draft);
            return "";
        });

        assertThatThrownBy(() -> caller.as(OFFICER, () -> wizard.receive(draft)))
                .isInstanceOf(NotFound.class);
    }

    private UUID complete() {
        SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");
        time.set(sample.receivedAt());
        Map<String, Object> papers = new LinkedHashMap<>();
        sample.papers().forEach(paper -> papers.put(String.valueOf(paper.get("code")), paper));
        var draft = new Draft(
                UUID.randomUUID(),
                OFFICER,
                sample.procedure(),
                "COUNTER",
                sample.applicant(),
                sample.data(),
                papers,
                Map.of(),
                List.of(),
                null,
                sample.receivedAt());
        drafts.insert(draft);
        return draft.id();
    }

    private int dossiers() {
        return jdbc.sql("select count(*) from dossier.dossier")
                .query(Integer.class)
                .single();
    }

    private <T> List<Object> atOnce(int times, Supplier<T> work) throws Exception {
        List<Object> ends = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(() -> caller.as(OFFICER, work)));
            }
            for (Future<T> one : running) {
                try {
                    ends.add(one.get());
                } catch (ExecutionException refused) {
                    ends.add(refused.getCause());
                }
            }
        } finally {
            threads.shutdown();
        }
        return ends;
    }
}
