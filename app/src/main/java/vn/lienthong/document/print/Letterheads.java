package vn.lienthong.document.print;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;

/** How units head and sign their papers, worked out from the organisation. */
@Component
public class Letterheads {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final Pattern LOCALITY = Pattern.compile(
            "(?:phường|xã|đặc khu|tỉnh|thành phố)\\s+([^,]+)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern POLICE_LEVEL = Pattern.compile(
            "^công an\\s+(phường|xã|đặc khu|tỉnh|thành phố)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern TAX = Pattern.compile("^thuế\\s", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern OFFICE =
            Pattern.compile("^(?:chi nhánh|văn phòng|trung tâm)\\s", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Organisation organisation;

    Letterheads(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Head of a paper that the unit itself writes, below the name of the agency it belongs to. */
    public Letterhead ofUnit(String unitCode, LocalDate on) {
        Unit unit = organisation.unit(unitCode);
        Unit agency = organisation.agency(unitCode);
        return unit.code().equals(agency.code())
                ? ofAgency(unitCode, on)
                : new Letterhead(agency.nameVi(), withoutLocalityOf(agency, unit.nameVi()), null, place(agency), on);
    }

    /** Head of a paper that the agency of the unit writes. */
    public Letterhead ofAgency(String unitCode, LocalDate on) {
        Unit agency = organisation.agency(unitCode);
        String governing = agency.parent() == null
                ? null
                : organisation.unit(agency.parent()).nameVi();
        return new Letterhead(governing, agency.nameVi(), null, place(agency), on);
    }

    /**
     * Signature at the foot of a paper of the agency of the unit.
     *
     * @param deputy whether a deputy signs for the head
     * @param fullName null leaves room for a name written by hand
     */
    public Signature ofHead(String unitCode, boolean deputy, @Nullable String fullName) {
        String title = headTitle(organisation.agency(unitCode));
        return signature(title, deputy, fullName);
    }

    private static Signature signature(String title, boolean deputy, @Nullable String fullName) {
        return new Signature(deputy ? List.of("KT. " + title, "PHÓ " + title) : List.of(title), fullName);
    }

    /** Signature of the head of the unit itself, such as the director of a one-stop centre. */
    public Signature ofUnitHead(String unitCode, @Nullable String fullName) {
        return ofUnitHead(unitCode, false, fullName);
    }

    public Signature ofUnitHead(String unitCode, boolean deputy, @Nullable String fullName) {
        return signature(headTitle(organisation.unit(unitCode)), deputy, fullName);
    }

    /** Who decides, as the head of a decision names it: {@code Chủ tịch Ủy ban nhân dân phường An Hòa}. */
    public String authority(String unitCode) {
        Unit agency = organisation.agency(unitCode);
        return switch (agency.kind()) {
            case POLICE -> (isOfProvince(agency) ? "Giám đốc " : "Trưởng ") + agency.nameVi();
            case PEOPLES_COMMITTEE -> "Chủ tịch " + agency.nameVi();
            case PROVINCIAL_DEPARTMENT, SOCIAL_INSURANCE, ONE_STOP_CENTRE -> "Giám đốc " + agency.nameVi();
            case DIVISION -> agency.nameVi();
            case AGENCY ->
                isTaxOffice(agency)
                        ? "Trưởng " + agency.nameVi()
                        : isOffice(agency) ? "Giám đốc " + agency.nameVi() : agency.nameVi();
        };
    }

    /** The agency in symbols of its papers: {@code UBND}, {@code CAP}, {@code SNV}, {@code BHXH}. */
    public String abbreviation(String unitCode) {
        Unit agency = organisation.agency(unitCode);
        return switch (agency.kind()) {
            case PEOPLES_COMMITTEE -> "UBND";
            case SOCIAL_INSURANCE -> "BHXH";
            case POLICE -> "CA" + initials(policeLevel(agency));
            default -> initials(LOCALITY.matcher(agency.nameVi()).replaceFirst(""));
        };
    }

    /** A commune in words: {@code phường An Hòa}; null when no agency of that name is known. */
    public @Nullable String locality(String area) {
        return organisation
                .find(area)
                .map(unit -> LOCALITY.matcher(unit.nameVi()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .orElse(null);
    }

    private static String headTitle(Unit unit) {
        return switch (unit.kind()) {
            case PEOPLES_COMMITTEE -> "CHỦ TỊCH";
            case POLICE ->
                isOfProvince(unit)
                        ? "GIÁM ĐỐC"
                        : ("TRƯỞNG CÔNG AN " + policeLevel(unit).toUpperCase(VIETNAMESE)).strip();
            case PROVINCIAL_DEPARTMENT, SOCIAL_INSURANCE, ONE_STOP_CENTRE -> "GIÁM ĐỐC";
            case DIVISION -> "TRƯỞNG PHÒNG";
            case AGENCY -> isTaxOffice(unit) ? "TRƯỞNG THUẾ CƠ SỞ" : isOffice(unit) ? "GIÁM ĐỐC" : "THỦ TRƯỞNG CƠ QUAN";
        };
    }

    private static boolean isTaxOffice(Unit agency) {
        return TAX.matcher(agency.nameVi()).find();
    }

    /** Offices, centres and their branches have a director. */
    private static boolean isOffice(Unit agency) {
        return OFFICE.matcher(agency.nameVi()).find();
    }

    /** Level by level: the police of a ward has a chief, that of the province a director. */
    private static boolean isOfProvince(Unit police) {
        String level = policeLevel(police).toLowerCase(VIETNAMESE);
        return level.equals("tỉnh") || level.equals("thành phố");
    }

    private static String policeLevel(Unit police) {
        Matcher level = POLICE_LEVEL.matcher(police.nameVi());
        return level.find() ? level.group(1) : "";
    }

    /** The place before the date: where the agency is named after, otherwise where it sits. */
    private static String place(Unit agency) {
        Matcher name = LOCALITY.matcher(agency.nameVi());
        if (name.find()) {
            return name.group(1).strip();
        }
        Matcher address = LOCALITY.matcher(agency.address() == null ? "" : agency.address());
        return address.find() ? address.group(1).strip() : agency.nameVi();
    }

    private static String withoutLocalityOf(Unit agency, String name) {
        Matcher locality = LOCALITY.matcher(agency.nameVi());
        return locality.find() && name.endsWith(" " + locality.group())
                ? name.substring(0, name.length() - locality.group().length()).strip()
                : name;
    }

    private static String initials(String name) {
        return Arrays.stream(name.split("[\\s-]+"))
                .filter(word -> !word.isBlank())
                .map(word -> word.substring(0, 1).toUpperCase(VIETNAMESE))
                .collect(Collectors.joining());
    }
}
