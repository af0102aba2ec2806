package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.command.InvalidInput;

class CursorTest {

    private static final Cursor PLACE = new Cursor(Instant.parse("2026-11-20T10:00:00.123456Z"), "", "task-1");

    @Property
    void what_was_written_is_read_back(
            @ForAll @LongRange(min = -62_000_000_000L, max = 250_000_000_000L) long second,
            @ForAll @StringLength(max = 64) String name,
            @ForAll @StringLength(max = 64) String taskId) {
        var place = new Cursor(Instant.ofEpochSecond(second, 999_999_000), wellFormed(name), wellFormed(taskId));

        assertThat(Cursor.read(place.write("team|"), "team|")).isEqualTo(place);
    }

    @Test
    void a_line_without_a_due_date_has_a_place_too() {
        var place = new Cursor(null, "", "task-1");

        assertThat(Cursor.read(place.write("team|"), "team|")).isEqualTo(place);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        String cursor = PLACE.write("team|");

        assertThatThrownBy(() -> Cursor.read(cursor, "mine|")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_changed_cursor_is_refused_wherever_it_was_changed() {
        String cursor = PLACE.write("team|");

        for (int i = 0; i < cursor.length(); i++) {
            String changed = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1);
            assertThatThrownBy(() -> Cursor.read(changed, "team|")).as(changed).isInstanceOf(InvalidInput.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "AAAA", "AAAAAAAAAAAAAAAA", "null", "' or 1=1 --", "Đ"})
    void an_invented_cursor_is_refused(String cursor) {
        assertThatThrownBy(() -> Cursor.read(cursor, "team|"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.field()).isEqualTo("after")));
    }

    private static String wellFormed(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }
}
