package vn.lienthong.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.audit.Verification;
import vn.lienthong.citizen.Sample;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SharedPostgreSql;

/** An operator has destroyed what is not kept any more: with the few parts of the product that the command brings along. */
@ModuleTest
class DestroyingAtTheMachineTest {

    private final Retention command = new Retention();

    @Autowired
    Receiving receiving;

    @Autowired
    CurrentCaller caller;

    @Autowired
    Verification verification;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    private String number = "";

    @BeforeEach
    void a_dossier_of_a_hundred_years_ago() {
        database.empty();
        number = caller.as(
                        "tiepnhan",
                        () -> receiving.receive(
                                Sample.of("01-two-items-morning").application()))
                .value();
        jdbc.sql("update dossier.dossier set finished_at = '1926-06-01' where number = ?")
                .param(number)
                .update();
    }

    @AfterEach
    void nothing() {
        database.empty();
    }

    @Test
    void a_preview_destroys_nothing_a_run_wants_a_decision_and_is_written_down() {
        try (ConfigurableApplicationContext product = start(command)) {
            assertThat(command.run(product, List.of("--preview"))).isEqualTo(CommandLine.FINE);
            assertThat(command.run(product, List.of("--run"))).isEqualTo(CommandLine.USAGE);
            assertThat(command.run(product, List.of("--run", "--decision= ", "--by=quantri")))
                    .isEqualTo(CommandLine.USAGE);
            assertThat(command.run(product, List.of("--run", "--decision=12/QĐ-UBND", "--by=quan.tri")))
                    .as("nobody of that name answers for it")
                    .isEqualTo(CommandLine.FOUND);
            assertThat(destroyed()).isFalse();

            assertThat(command.run(product, List.of("--run", "--decision=12/QĐ-UBND", "--by=quantri")))
                    .isEqualTo(CommandLine.FINE);
        }

        assertThat(destroyed()).isTrue();
        assertThat(jdbc.sql("select destroyed || ' ' || decision from dossier.retention_run where ended_at is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("1 12/QĐ-UBND");
        assertThat(jdbc.sql("select count(*) from notification.message where dossier = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(verification.verify(null, null).findings()).isEmpty();
    }

    @Test
    void each_command_finds_what_it_needs_and_an_account_made_here_is_in_the_log() {
        var account = new CreateAccount();
        try (ConfigurableApplicationContext product = start(account)) {
            assertThat(account.run(product, List.of("dau.tien", "Nguyễn Thị Đầu", "an-hoa")))
                    .isEqualTo(CommandLine.FINE);
        } finally {
            jdbc.sql("delete from agency.duty where officer = 'dau.tien'").update();
            jdbc.sql("delete from agency.officer where username = 'dau.tien'").update();
        }
        assertThat(jdbc.sql("select count(*) from audit.entry where content like '%COMMAND create-account%'")
                        .query(Integer.class)
                        .single())
                .isOne();
        for (CommandLine.InTheDatabase one : List.of(new VerifyLog(), new VerifyConsistency(), new Backup())) {
            try (ConfigurableApplicationContext product = start(one)) {
                assertThat(product.isActive()).as(one.toString()).isTrue();
            }
        }
    }

    private boolean destroyed() {
        return jdbc.sql("select exists (select from dossier.tombstone where number = ?)")
                .param(new DossierNumber(number).value())
                .query(Boolean.class)
                .single();
    }

    private static ConfigurableApplicationContext start(CommandLine.InTheDatabase command) {
        EmbeddedPostgreSql server = SharedPostgreSql.server();
        return new SpringApplicationBuilder(command.configuration())
                .web(WebApplicationType.NONE)
                .profiles("command")
                .run(
                        "--spring.flyway.enabled=false",
                        "--spring.datasource.url=" + server.jdbcUrl(),
                        "--spring.datasource.username=" + server.username(),
                        "--spring.datasource.password=" + server.password());
    }
}
