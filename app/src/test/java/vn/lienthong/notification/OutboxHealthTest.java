package vn.lienthong.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import vn.lienthong.testing.ModuleTest;

/** When somebody should look at the outbox. */
@ModuleTest
class OutboxHealthTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    private final OutboxHealth health;
    private final MockMvc web;

    @Autowired
    OutboxHealthTest(OutboxHealth health, MockMvc web) {
        this.health = health;
        this.web = web;
    }

    @Test
    void a_message_that_failed_or_waits_too_long_wants_attention() {
        assertThat(status(0, 0, null)).isEqualTo("UP");
        assertThat(status(3, 0, NOW.minus(Duration.ofMinutes(14)))).isEqualTo("UP");
        assertThat(status(3, 0, NOW.minus(Duration.ofMinutes(16)))).isEqualTo("RESTRICTED");
        assertThat(status(0, 1, null)).isEqualTo("RESTRICTED");
    }

    @Test
    void a_technical_administrator_sees_it_in_the_readiness() throws Exception {
        web.perform(MockMvcRequestBuilders.get("/actuator/health/readiness").with(httpBasic("quantri", "demo")))
                .andExpect(MockMvcResultMatchers.jsonPath("$.components.outbox.details.oldestSeconds")
                        .isNumber());
    }

    private String status(long waiting, long failed, @Nullable Instant oldestAt) {
        var builder = new Health.Builder();
        var backlog = new Outbox.Backlog(waiting, failed, oldestAt);
        health.report(builder, backlog, backlog.age(NOW));
        return builder.build().getStatus().getCode();
    }
}
