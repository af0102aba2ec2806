package vn.lienthong.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a dossier came to the desk, beyond its channel. Kept in the dossier's content under {@link #NAME}.
 *
 * @param helper who filed it online for the applicant; the applicant stays the applicant
 * @param waybill number of the parcel that it came in
 * @param arrivedOn day on which the post brought it; its clock starts only when the desk has received it
 */
public record Intake(
        @Nullable Filer helper,
        @Nullable String waybill,
        @Nullable LocalDate arrivedOn) {

    static final String NAME = "intake";
    static final String HELPER = "helper";
    static final String WAYBILL = "waybill";
    static final String ARRIVED_ON = "arrivedOn";

    /** Handed in by the applicant, or nothing is known about how. */
    public static final Intake NONE = new Intake(null, null, null);

    /**
     * Who files for somebody else.
     *
     * @param organisation the desk of an officer, the post office, the ward's digital team
     */
    public record Filer(
            String fullName,
            @Nullable String organisation,
            @Nullable String identityNumber) {

        /** As a paper names them: {@code Lê Thị Tiếp, Trung tâm Phục vụ hành chính công}. */
        public String words() {
            return organisation == null ? fullName : fullName + ", " + organisation;
        }
    }

    /** As the content of a dossier has it. */
    public static Intake of(Map<String, Object> content) {
        if (!(content.get(NAME) instanceof Map<?, ?> intake)) {
            return NONE;
        }
        Filer helper = intake.get(HELPER) instanceof Map<?, ?> person
                ? new Filer(
                        String.valueOf(person.get("fullName")),
                        text(person.get("organisation")),
                        text(person.get("identityNumber")))
                : null;
        return new Intake(helper, text(intake.get(WAYBILL)), day(text(intake.get(ARRIVED_ON))));
    }

    /** A draft may hold what is no day. */
    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        if (helper != null) {
            Map<String, Object> person = new LinkedHashMap<>();
            person.put("fullName", helper.fullName());
            put(person, "organisation", helper.organisation());
            put(person, "identityNumber", helper.identityNumber());
            content.put(HELPER, person);
        }
        put(content, WAYBILL, waybill);
        put(content, ARRIVED_ON, arrivedOn == null ? null : arrivedOn.toString());
        return content;
    }

    /** What of it belongs into the history. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        put(details, HELPER, helper == null ? null : helper.words());
        put(details, WAYBILL, waybill);
        put(details, ARRIVED_ON, arrivedOn == null ? null : arrivedOn.toString());
        return details;
    }

    private static void put(Map<String, Object> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
