package vn.lienthong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P02", "57P03", "53300"})
    void a_database_that_is_away_is_told_from_an_error_of_ours(String state) {
        var failure = new IllegalStateException(new RuntimeException(new SQLException("away", state)));

        assertThat(Outage.of(failure)).contains(Outage.DATABASE_AWAY);
    }

    @Test
    void so_is_a_pool_that_has_no_connection_left() {
        var failure = new RuntimeException(new SQLTransientConnectionException("request timed out after 10000ms"));

        assertThat(Outage.of(failure)).contains(Outage.DATABASE_AWAY);
    }

    @Test
    void a_full_disk_is_told_wherever_it_was_met() {
        assertThat(Outage.of(new RuntimeException(new SQLException("could not extend file", "53100"))))
                .contains(Outage.NO_ROOM);
        assertThat(Outage.of(new IOException("No space left on device"))).contains(Outage.NO_ROOM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "40001"})
    void an_error_of_ours_stays_one(String state) {
        assertThat(Outage.of(new RuntimeException(new SQLException("ours", state))))
                .isEmpty();
        assertThat(Outage.of(new IOException("Broken pipe"))).isEmpty();
        assertThat(Outage.of(null)).isEmpty();
    }
}
