package vn.lienthong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class AnswersAreForgottenTest {

    @Autowired
    ForgettingAnswers forgetting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void what_a_command_answered_is_kept_for_a_day_and_no_longer() {
        answered("yesterday", Duration.ofHours(25));
        answered("today", Duration.ofHours(23));

        forgetting.forget();

        assertThat(kept()).containsExactly("today");
    }

    private void answered(String key, Duration ago) {
        jdbc.sql("insert into command.idempotency (caller, key, path, at) values ('forgetful', :key, '/api', :at)")
                .param("key", key)
                .param("at", clock.instant().minus(ago).atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<String> kept() {
        return jdbc.sql("select key from command.idempotency where caller = 'forgetful'")
                .query(String.class)
                .list();
    }
}
