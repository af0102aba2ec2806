package vn.lienthong.agency;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An agency or one of its units.
 *
 * @param parent code of the unit it belongs to
 * @param identifierCode code of Decision 20/2020/QĐ-TTg, the first part of dossier numbers; agencies have one
 * @param calendar key of the calendar it works by
 * @param validFrom first day
 * @param validTo last day, null while it exists
 * @param succeededBy code of the unit that took over
 */
public record Unit(
        String code,
        String nameVi,
        String nameEn,
        UnitKind kind,
        @Nullable String parent,
        @Nullable String identifierCode,
        String calendar,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String succeededBy,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }

    public boolean exists(LocalDate on) {
        return Dates.within(on, validFrom, validTo);
    }
}
