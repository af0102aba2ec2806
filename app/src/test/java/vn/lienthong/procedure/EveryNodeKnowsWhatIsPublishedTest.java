package vn.lienthong.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.Deployments;
import vn.lienthong.workflow.ProcessRef;

@ModuleTest
class EveryNodeKnowsWhatIsPublishedTest {

    private static final ProcessRef NEXT = new ProcessRef("residence-deregistration", "2030-01-01");

    @Autowired
    PublishedEditions published;

    @Autowired
    PublishedMapper mapper;

    @Autowired
    Deployments deployments;

    @Autowired
    Catalogue catalogue;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nothingPublished() {
        NothingPublished.again(jdbc, published);
    }

    @Test
    void another_node_reads_it_when_it_looks_again() {
        var other = new PublishedEditions(mapper, deployments);
        assertThat(other.current().procedures()).isEmpty();

        transaction.executeWithoutResult(tx -> published.publish(folder()));

        other.lookAgain();
        assertThat(other.current().procedures())
                .extracting(procedure -> procedure.edition().ref())
                .containsExactly(NEXT);
        assertThat(catalogue.procedure(NEXT).model().id()).isEqualTo("residence-deregistration");
    }

    @Test
    void what_was_rolled_back_is_not_there() {
        transaction.executeWithoutResult(tx -> {
            published.publish(folder());
            tx.setRollbackOnly();
        });

        assertThat(catalogue.find(NEXT)).isEmpty();
    }

    @Test
    void what_is_withdrawn_is_read_but_receives_nothing() {
        ProcessRef now = catalogue
                .edition("residence-deregistration", LocalDate.parse("2026-11-20"))
                .ref();
        transaction.executeWithoutResult(tx -> published.publish(folder()));

        transaction.executeWithoutResult(tx -> published.withdraw(NEXT));

        assertThat(catalogue
                        .edition("residence-deregistration", LocalDate.parse("2030-06-01"))
                        .ref())
                .isEqualTo(now);
        assertThat(catalogue.edition(NEXT).ref()).isEqualTo(NEXT);
        assertThat(catalogue.isWithdrawn(NEXT)).isTrue();
    }

    private ProcedureFolder folder() {
        ProcedureFolder now = catalogue
                .procedure(catalogue
                        .edition("residence-deregistration", LocalDate.parse("2026-11-20"))
                        .ref())
                .folder();
        return new ProcedureFolder(NEXT, now.files(), now.forms(), now.sharedForms()).completed(ref -> null);
    }

    @Test
    void files_that_an_edition_does_not_bring_come_from_the_one_it_is_based_on() {
        var base = new ProcedureFolder(
                new ProcessRef("probe", "2025-07-01"),
                Map.of("procedure.yml", new byte[] {'a'}, "probe.bpmn", new byte[] {'b'}, "scenarios.yml", new byte[0]),
                Map.of("one", new byte[] {'1'}, "two", new byte[] {'2'}),
                Map.of());
        var next = new ProcedureFolder(
                new ProcessRef("probe", "2026-09-01"),
                Map.of("procedure.yml", "basedOn: \"2025-07-01\"".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Map.of("two", new byte[] {'3'}),
                Map.of());

        ProcedureFolder whole = next.completed(ref -> ref.equals(base.ref()) ? base : null);

        assertThat(whole.files()).containsOnlyKeys("procedure.yml", "probe.bpmn");
        assertThat(whole.forms()).containsEntry("one", new byte[] {'1'}).containsEntry("two", new byte[] {'3'});
    }
}
