package vn.lienthong.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.testing.ModuleTest;

/** Nobody can log in yet: a person at the machine makes the first account. */
@ModuleTest
class TheFirstAccountTest {

    private final CreateAccount command = new CreateAccount();

    @Autowired
    ConfigurableApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nobody() {
        jdbc.sql("delete from agency.duty where officer = 'dau.tien'").update();
        jdbc.sql("delete from agency.officer where username = 'dau.tien'").update();
        jdbc.sql("delete from agency.unit where code = 'phuong-moi'").update();
    }

    @Test
    void an_empty_installation_gets_an_agency_and_its_administrator_and_the_log_says_so() {
        assertThat(run("dau.tien", "Nguyễn Thị Đầu", "phuong-moi", "UBND phường Mới"))
                .isEqualTo(CommandLine.FINE);

        assertThat(jdbc.sql("""
                        select o.password_must_change and o.active and d.duty = 'BUSINESS_ADMINISTRATOR' and u.parent is null
                        from agency.officer o join agency.duty d on d.officer = o.username join agency.unit u on u.code = d.unit
                        where o.username = 'dau.tien' and u.code = 'phuong-moi'
                        """).query(Boolean.class).single()).isTrue();
        assertThat(jdbc.sql("select content from audit.entry where unit = 'phuong-moi'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("COMMAND create-account", "dau.tien")
                .doesNotContain("Nguyễn");
    }

    @Test
    void an_administrator_who_forgot_the_password_gets_another_one_the_same_way() {
        run("dau.tien", "Nguyễn Thị Đầu", "an-hoa");
        String before = hash();

        assertThat(run("dau.tien", "Nguyễn Thị Đầu", "an-hoa")).isEqualTo(CommandLine.FINE);

        assertThat(hash()).startsWith("{argon2id}$argon2id$").isNotEqualTo(before);
    }

    @Test
    void nobody_elses_account_is_taken_over_and_no_agency_is_founded_by_a_slip_of_the_pen() {
        assertThat(run("hotich", "Lê Minh Tuấn", "an-hoa")).isEqualTo(CommandLine.FOUND);
        assertThat(run("dau.tien", "Nguyễn Thị Đầu", "phuong-moi")).isEqualTo(CommandLine.FOUND);
        assertThat(run("Đầu Tiên", "Nguyễn Thị Đầu", "an-hoa")).isEqualTo(CommandLine.USAGE);

        assertThat(jdbc.sql("select count(*) from agency.officer where username = 'dau.tien'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int run(String... arguments) {
        return command.run(product, List.of(arguments));
    }

    private String hash() {
        return jdbc.sql("select password_hash from agency.officer where username = 'dau.tien'")
                .query(String.class)
                .single();
    }
}
