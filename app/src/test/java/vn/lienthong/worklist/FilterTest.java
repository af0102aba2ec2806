package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.Channel;
import vn.lienthong.procedure.Content;

class FilterTest {

    private static final Filter EVERYTHING = new Filter(
            Queue.TEAM,
            "death-registration",
            "an-hoa-tu-phap",
            "UserTask_VerifyAndRegister",
            Filter.FREE,
            Channel.ONLINE,
            true,
            DueWithin.WEEK,
            "Nguyễn & Đỗ = 50%",
            Order.APPLICANT);

    @Test
    void an_address_says_all_of_it_and_is_understood_again() {
        assertThat(Filter.ofQuery(EVERYTHING.query())).isEqualTo(EVERYTHING);
    }

    @Property
    void whatever_is_searched_for_survives_the_address(
            @ForAll @NotBlank @StringLength(max = 40) @CharRange(from = ' ', to = 'ỹ') String words) {
        Filter filter = Filter.of(Queue.MINE).with("q", words);

        assertThat(Filter.ofQuery(filter.query())).isEqualTo(filter);
    }

    @Test
    void what_is_left_open_does_not_lengthen_the_address() {
        assertThat(Filter.of(Queue.DUE_SOON).query()).isEqualTo("queue=due-soon");
    }

    @Test
    void nonsense_is_told_and_counts_as_not_given() {
        List<Problem> faults = new ArrayList<>();

        Filter filter = Filter.read(
                Map.of("queue", "all", "due", "someday", "channel", "PIGEON", "sort", "colour", "q", "x".repeat(101))
                        ::get,
                faults);

        assertThat(filter).isEqualTo(Filter.of(Queue.MINE));
        assertThat(faults).extracting(Problem::field).containsExactlyInAnyOrder("queue", "due", "channel", "sort", "q");
    }

    @Test
    void a_malformed_address_is_no_error() {
        assertThat(Filter.ofQuery("queue=team&q=%zz&=&due")).isEqualTo(Filter.of(Queue.TEAM));
    }

    @Test
    void every_word_is_looked_for_literally_and_without_marks() {
        assertThat(Filter.of(Queue.TEAM).with("q", "  Đỗ  Thị 50%_\\ ").patterns())
                .containsExactly("%do%", "%thi%", "%50\\%\\_\\\\%");
    }

    @Test
    void only_what_leaves_lines_out_narrows() {
        assertThat(Filter.of(Queue.TEAM).with("sort", "newest").narrows()).isFalse();
        assertThat(Filter.of(Queue.TEAM).with("urgent", "true").narrows()).isTrue();
    }

    @Test
    void this_week_ends_on_sunday_as_vietnam_counts_days() {
        Instant fridayMorning = Instant.parse("2026-11-20T10:00:00+07:00");

        assertThat(DueWithin.WEEK.until(fridayMorning)).isEqualTo(Instant.parse("2026-11-23T00:00:00+07:00"));
        assertThat(DueWithin.TODAY.from(fridayMorning)).isEqualTo(Instant.parse("2026-11-20T00:00:00+07:00"));
        assertThat(DueWithin.TODAY.until(fridayMorning)).isEqualTo(Instant.parse("2026-11-21T00:00:00+07:00"));
        assertThat(DueWithin.WEEK.until(Instant.parse("2026-11-22T23:59:00+07:00")))
                .isEqualTo(Instant.parse("2026-11-23T00:00:00+07:00"));
    }

    @Test
    void marks_do_not_matter_however_they_are_written() {
        assertThat(Content.plain("ĐỖ THỊ THANH\u00a0HÀ")).isEqualTo("do thi thanh ha");
        assertThat(Content.plain("Nguye\u0302\u0303n")).isEqualTo("nguyen");
    }
}
