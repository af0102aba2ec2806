package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.command.Problem;

class IntakeCheckTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final Intake.Filer OFFICER = new Intake.Filer("Lê Thị Tiếp", "Bộ phận Một cửa", null);

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void who_files_online_for_somebody_is_the_officer_unless_another_is_named() {
        assertThat(read("ONLINE", Map.of()).helper()).isEqualTo(OFFICER);
        assertThat(read(
                                "ONLINE",
                                Map.of(
                                        "helper",
                                        Map.of("fullName", " Trần Văn An ", "identityNumber", "001 180 000 999")))
                        .helper())
                .isEqualTo(new Intake.Filer("Trần Văn An", null, "001180000999"));
        assertThat(problems).isEmpty();
    }

    @Test
    void nobody_helps_themselves() {
        read("ONLINE", Map.of("helper", Map.of("fullName", "Nguyễn Thị Hà", "identityNumber", "001183000123")));

        assertThat(codes()).containsExactly("intake.helper.identityNumber helper-is-applicant");
    }

    @Test
    void a_helper_without_a_name_and_with_half_a_number_is_told_both() {
        read("ONLINE", Map.of("helper", Map.of("identityNumber", "12345")));

        assertThat(codes())
                .containsExactlyInAnyOrder(
                        "intake.helper.fullName required", "intake.helper.identityNumber identity-number-invalid");
    }

    @Test
    void a_parcel_has_a_number_and_a_day_of_arrival() {
        assertThat(read("POST", Map.of("waybill", "EB 123456789 VN", "arrivedOn", "2026-11-19")))
                .isEqualTo(new Intake(null, "EB 123456789 VN", LocalDate.parse("2026-11-19")));
        assertThat(problems).isEmpty();

        read("POST", Map.of());
        assertThat(codes()).containsExactlyInAnyOrder("intake.waybill required", "intake.arrivedOn required");
    }

    @Test
    void no_parcel_arrives_tomorrow_or_on_a_day_that_is_none() {
        read("POST", Map.of("waybill", "EB1234", "arrivedOn", "2026-11-21"));
        read("POST", Map.of("waybill", "<script>", "arrivedOn", "2026-13-01"));

        assertThat(codes())
                .containsExactly(
                        "intake.arrivedOn in-the-future",
                        "intake.waybill waybill-invalid",
                        "intake.arrivedOn malformed");
    }

    @Test
    void what_is_handed_over_at_the_counter_came_in_no_parcel() {
        assertThat(read("COUNTER", Map.of("waybill", "EB1234"))).isEqualTo(Intake.NONE);

        assertThat(codes()).containsExactly("intake.waybill unknown-field");
    }

    @Test
    void a_sender_who_says_nothing_about_it_is_believed() {
        assertThat(read("POST", null)).isEqualTo(Intake.NONE);
        assertThat(read("ONLINE", null)).isEqualTo(Intake.NONE);
        assertThat(problems).isEmpty();
    }

    @Test
    void it_is_read_from_the_content_as_it_was_written_there() {
        Intake parcel = new Intake(null, "EB1234", TODAY);
        Intake helped = new Intake(new Intake.Filer("Trần Văn An", "Tổ công nghệ số", "001180000999"), null, null);

        assertThat(Intake.of(Map.of("intake", parcel.content()))).isEqualTo(parcel);
        assertThat(Intake.of(Map.of("intake", helped.content()))).isEqualTo(helped);
        assertThat(Intake.of(Map.of())).isEqualTo(Intake.NONE);
    }

    private Intake read(String channel, @Nullable Object given) {
        return IntakeCheck.read(channel, given, Map.of("identityNumber", "001183000123"), OFFICER, TODAY, problems);
    }

    private List<String> codes() {
        return problems.stream().map(p -> p.field() + " " + p.code()).toList();
    }
}
