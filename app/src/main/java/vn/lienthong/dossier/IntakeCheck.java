package vn.lienthong.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.command.Problem;
import vn.lienthong.procedure.Content;

/** What must be known of how a dossier came: who helped to file it online, which parcel brought it and when. */
final class IntakeCheck {

    private static final Pattern PARCEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./-]{3,39}");
    private static final int LONGEST_NAME = 100;

    private final List<Problem> problems;

    private IntakeCheck(List<Problem> problems) {
        this.problems = problems;
    }

    /**
     * @param given as it came; null when the sender says nothing about it, which only an officer's own pages may not do
     * @param applicant whose dossier it is: nobody helps themselves
     * @param officer who helps where nobody else is named
     * @param problems gets every fault
     */
    static Intake read(
            String channel,
            @Nullable Object given,
            Map<String, ? extends @Nullable Object> applicant,
            Intake.Filer officer,
            LocalDate today,
            List<Problem> problems) {
        if (given == null) {
            return Intake.NONE;
        }
        if (!(given instanceof Map<?, ?> intake)) {
            problems.add(Problem.of(Intake.NAME, "malformed"));
            return Intake.NONE;
        }
        var check = new IntakeCheck(problems);
        return switch (channel) {
            case "ONLINE" -> {
                check.nothingBut(intake, Set.of(Intake.HELPER));
                yield new Intake(check.helper(intake.get(Intake.HELPER), applicant, officer), null, null);
            }
            case "POST" -> {
                check.nothingBut(intake, Set.of(Intake.WAYBILL, Intake.ARRIVED_ON));
                yield new Intake(null, check.parcel(intake), check.arrival(intake, today));
            }
            default -> {
                check.nothingBut(intake, Set.of());
                yield Intake.NONE;
            }
        };
    }

    private void nothingBut(Map<?, ?> intake, Set<String> known) {
        intake.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(Problem.of("intake." + name, "unknown-field")));
    }

    private Intake.Filer helper(
            @Nullable Object given, Map<String, ? extends @Nullable Object> applicant, Intake.Filer officer) {
        if (given == null) {
            return officer;
        }
        if (!(given instanceof Map<?, ?> person)) {
            problems.add(Problem.of("intake.helper", "malformed"));
            return officer;
        }
        String name = text(person.get("fullName"));
        if (name == null) {
            problems.add(Problem.of("intake.helper.fullName", "required"));
        } else if (name.length() > LONGEST_NAME) {
            problems.add(Problem.of("intake.helper.fullName", "too-long", LONGEST_NAME));
        }
        String identity = text(person.get("identityNumber"));
        if (identity != null) {
            identity = IdentityNumber.in(identity).orElse(null);
            if (identity == null) {
                problems.add(Problem.of("intake.helper.identityNumber", "identity-number-invalid"));
            } else if (identity.equals(applicant.get("identityNumber"))) {
                problems.add(Problem.of("intake.helper.identityNumber", "helper-is-applicant"));
            }
        }
        return new Intake.Filer(name == null ? "" : name, text(person.get("organisation")), identity);
    }

    private @Nullable String parcel(Map<?, ?> intake) {
        String waybill = text(intake.get(Intake.WAYBILL));
        if (waybill == null) {
            problems.add(Problem.of("intake.waybill", "required"));
        } else if (!PARCEL.matcher(waybill).matches()) {
            problems.add(Problem.of("intake.waybill", "waybill-invalid"));
        }
        return waybill;
    }

    private @Nullable LocalDate arrival(Map<?, ?> intake, LocalDate today) {
        String day = text(intake.get(Intake.ARRIVED_ON));
        if (day == null) {
            problems.add(Problem.of("intake.arrivedOn", "required"));
            return null;
        }
        try {
            LocalDate arrived = LocalDate.parse(day);
            if (arrived.isAfter(today)) {
                problems.add(Problem.of("intake.arrivedOn", "in-the-future"));
            }
            return arrived;
        } catch (DateTimeException notADay) {
            problems.add(Problem.of("intake.arrivedOn", "malformed"));
            return null;
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !Content.normalised(text).isEmpty() ? Content.normalised(text) : null;
    }
}
