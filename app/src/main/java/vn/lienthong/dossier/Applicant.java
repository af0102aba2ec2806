package vn.lienthong.dossier;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.procedure.Masking;

/** Who handed the dossier in, as far as the rest of the product needs to know. */
public record Applicant(
        String fullName,
        @Nullable String identityNumber,
        @Nullable String phone,
        @Nullable String email) {

    static Applicant of(Map<String, Object> applicant) {
        return new Applicant(
                Objects.toString(applicant.get("fullName"), ""),
                text(applicant.get("identityNumber")),
                text(applicant.get("phone")),
                text(applicant.get("email")));
    }

    /** As a list shows it. */
    Applicant masked() {
        return new Applicant(fullName, Masking.partly(identityNumber), Masking.partly(phone), Masking.partly(email));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
