package vn.lienthong.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class TheApplicationStartsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Test
    void on_a_real_postgresql() {
        String version = ask("select version()");

        assertThat(version).startsWith("PostgreSQL 17.");
    }

    @Test
    void as_a_user_without_superpowers() {
        assertThat(ask("select usesuper::text from pg_user where usename = current_user"))
                .isEqualTo("false");
    }

    @Test
    void in_the_time_zone_of_vietnam_wherever_the_machine_stands() {
        assertThat(ask("show timezone")).isEqualTo("Asia/Ho_Chi_Minh");
    }

    @Test
    void with_vietnamese_sorting_at_hand() {
        String sorted = ask("""
                select string_agg(name, ' ' order by name collate "vi-x-icu")
                  from (values ('Đoàn'), ('Ân'), ('Dung'), ('Em'), ('Ánh'), ('An')) as person(name)
                """);

        assertThat(sorted).isEqualTo("An Ánh Ân Dung Đoàn Em");
    }

    @Test
    void and_a_test_may_empty_its_tables() {
        jdbc.sql("create schema if not exists probe").update();
        jdbc.sql("create table if not exists probe.line (id int)").update();
        jdbc.sql("insert into probe.line values (1)").update();

        database.empty();

        assertThat(ask("select count(*)::text from probe.line")).isEqualTo("0");
        jdbc.sql("drop schema probe cascade").update();
    }

    private String ask(String query) {
        return jdbc.sql(query).query(String.class).single();
    }
}
