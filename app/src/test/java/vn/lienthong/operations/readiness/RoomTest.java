package vn.lienthong.operations.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import vn.lienthong.command.NoRoom;
import vn.lienthong.command.Outage;
import vn.lienthong.operations.Installation;

class RoomTest {

    @TempDir
    Path folder;

    @Test
    void without_room_nothing_is_accepted_and_everything_can_still_be_read() throws Exception {
        Room full = room(DataSize.ofTerabytes(1_000), new MockEnvironment());

        assertThatThrownBy(() -> ask(full, "POST"))
                .isInstanceOf(NoRoom.class)
                .satisfies(refused -> assertThat(Outage.of(refused)).contains(Outage.NO_ROOM));
        assertThat(ask(full, "GET")).isTrue();
        assertThat(full.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void with_room_everything_is_accepted() throws Exception {
        Room enough = room(DataSize.ofBytes(1), new MockEnvironment());

        assertThat(ask(enough, "POST")).isTrue();
        assertThat(enough.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void the_disk_of_a_server_elsewhere_is_not_judged_here() throws Exception {
        Room elsewhere = room(
                DataSize.ofTerabytes(1_000),
                new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://database/lienthong"));

        assertThat(ask(elsewhere, "POST")).isTrue();
        assertThat(elsewhere.health().getStatus()).isEqualTo(Status.UP);
    }

    private Room room(DataSize least, MockEnvironment environment) {
        return new Room(
                new Installation(folder, false),
                new ReadinessSettings(Duration.ZERO, least),
                environment,
                new SimpleMeterRegistry());
    }

    /** @return whether it went through */
    private static boolean ask(Room room, String method) throws Exception {
        var chain = new MockFilterChain();
        room.doFilter(new MockHttpServletRequest(method, "/api/v1/dossiers"), new MockHttpServletResponse(), chain);
        return chain.getRequest() != null;
    }
}
