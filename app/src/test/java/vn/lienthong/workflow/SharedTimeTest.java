package vn.lienthong.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedTimeTest {

    private static final Instant THERE = Instant.parse("2026-11-23T03:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S,true", "PT59S,true", "PT-1M,true", "PT61S,false", "P1D,false", "P-1D,false"})
    void a_machine_may_differ_from_the_database_by_a_minute(Duration ahead, boolean agrees) {
        var time = new SharedTime(() -> THERE, Clock.fixed(THERE.plus(ahead), ZoneOffset.UTC), () -> 0);

        assertThat(time.ahead()).isEqualTo(ahead);
        assertThat(time.agrees()).isEqualTo(agrees);
    }
}
