package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandOverCheckTest {

    private static final Applicant HA = new Applicant("Nguyễn Thị Thanh Hà", "001183000123", null, null);
    private static final HandOver.Collector APPLICANT =
            new HandOver.Collector(HandOver.Who.APPLICANT, null, null, null);

    @Test
    void the_applicant_takes_what_is_ready_and_signs() {
        assertThat(faults("COUNTER", APPLICANT, null, List.of("a"), null, true)).isEmpty();
        assertThat(faults("COUNTER", APPLICANT, null, List.of("a", "b"), "data:image/png;base64,AAAA", false))
                .isEmpty();
    }

    @Test
    void somebody_who_is_authorised_proves_it() {
        assertThat(faults(
                        "COUNTER",
                        new HandOver.Collector(
                                HandOver.Who.AUTHORISED, "Nguyễn Văn Hải", "001 190 000 321", "Giấy ủy quyền số 15"),
                        null,
                        List.of("a"),
                        null,
                        true))
                .isEmpty();
        assertThat(faults(
                        "COUNTER",
                        new HandOver.Collector(HandOver.Who.AUTHORISED, " ", null, null),
                        null,
                        List.of("a"),
                        null,
                        true))
                .containsExactly(
                        "collector.fullName required",
                        "collector.authorisation required",
                        "collector.identityNumber required");
    }

    @Test
    void nobody_is_authorised_by_themselves() {
        assertThat(faults(
                        "COUNTER",
                        new HandOver.Collector(HandOver.Who.AUTHORISED, "Hà", "001183000123", "Giấy ủy quyền"),
                        null,
                        List.of("a"),
                        null,
                        true))
                .containsExactly("collector.identityNumber authorised-is-applicant");
    }

    @Test
    void everything_that_is_missing_is_told_at_once() {
        assertThat(faults("COUNTER", null, null, List.of(), null, false))
                .containsExactly("items no-result-chosen", "collector.who required", "signature signature-missing");
        assertThat(faults(null, null, null, List.of("c"), null, false))
                .containsExactly("items result-not-ready", "method required");
    }

    @Test
    void what_goes_by_post_has_a_waybill_and_nobody_signs_at_the_desk() {
        assertThat(faults("POST", null, "EB123456789VN", List.of("a"), null, false))
                .isEmpty();
        assertThat(faults("POST", null, null, List.of("a"), null, false)).containsExactly("waybill required");
        assertThat(faults("POST", null, "?", List.of("a"), null, false)).containsExactly("waybill waybill-invalid");
        assertThat(faults("ELECTRONIC", null, null, List.of("a"), null, false)).isEmpty();
    }

    @Test
    void a_way_that_the_procedure_does_not_offer_is_none() {
        assertThat(faults("PIGEON", APPLICANT, null, List.of("a"), null, true)).containsExactly("method not-an-option");
    }

    private static List<String> faults(
            @Nullable String method,
            HandOver.@Nullable Collector collector,
            @Nullable String waybill,
            List<String> items,
            @Nullable String signature,
            boolean onPaper) {
        return HandOverCheck.of(
                        new HandOver(method, collector, waybill, items, signature, onPaper, Map.of()),
                        HA,
                        List.of("a", "b"),
                        List.of("COUNTER", "ELECTRONIC", "POST"))
                .stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }
}
