package vn.lienthong.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.command.Problem;

/**
 * What must be known before results leave the desk: who took them and proves it, or which parcel carries them. That they
 * are late, or a fee is open, is no reason to keep them.
 */
final class HandOverCheck {

    private static final Pattern PARCEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./-]{3,39}");
    private static final int LONGEST = 200;

    private final List<Problem> problems = new ArrayList<>();

    private HandOverCheck() {}

    /**
     * @param ready ids of what can be handed over
     * @param methods how the procedure lets results be handed over
     * @return every fault
     */
    static List<Problem> of(
            HandOver handOver, Applicant applicant, Collection<String> ready, Collection<String> methods) {
        var check = new HandOverCheck();
        check.items(handOver.items(), ready);
        check.method(handOver, applicant, methods);
        return check.problems;
    }

    private void items(List<String> items, Collection<String> ready) {
        if (items.isEmpty() && !ready.isEmpty()) {
            problems.add(Problem.of("items", "no-result-chosen"));
        }
        if (!new LinkedHashSet<>(ready).containsAll(items)) {
            problems.add(Problem.of("items", "result-not-ready"));
        }
    }

    private void method(HandOver handOver, Applicant applicant, Collection<String> methods) {
        String method = handOver.method();
        if (method == null || !methods.contains(method)) {
            problems.add(method == null ? Problem.of("method", "required") : Problem.of("method", "not-an-option"));
            return;
        }
        if (method.equals(HandOver.POST)) {
            parcel(handOver.waybill());
        } else if (method.equals(HandOver.COUNTER)) {
            collector(handOver.collector(), applicant);
            if (!handOver.signedOnPaper() && isBlank(handOver.signature())) {
                problems.add(Problem.of("signature", "signature-missing"));
            }
        }
    }

    private void parcel(@Nullable String waybill) {
        if (waybill == null || waybill.isBlank()) {
            problems.add(Problem.of("waybill", "required"));
        } else if (!PARCEL.matcher(waybill.strip()).matches()) {
            problems.add(Problem.of("waybill", "waybill-invalid"));
        }
    }

    private void collector(HandOver.@Nullable Collector collector, Applicant applicant) {
        if (collector == null || collector.who() == null) {
            problems.add(Problem.of("collector.who", "required"));
        } else if (collector.who() == HandOver.Who.AUTHORISED) {
            text("collector.fullName", collector.fullName());
            text("collector.authorisation", collector.authorisation());
            identity(collector.identityNumber(), applicant);
        }
    }

    private void identity(@Nullable String typed, Applicant applicant) {
        if (isBlank(typed)) {
            problems.add(Problem.of("collector.identityNumber", "required"));
            return;
        }
        String number = typed == null ? null : IdentityNumber.in(typed).orElse(null);
        if (number == null) {
            problems.add(Problem.of("collector.identityNumber", "identity-number-invalid"));
        } else if (number.equals(applicant.identityNumber())) {
            problems.add(Problem.of("collector.identityNumber", "authorised-is-applicant"));
        }
    }

    private void text(String field, @Nullable String value) {
        if (isBlank(value)) {
            problems.add(Problem.of(field, "required"));
        } else if (value != null && value.length() > LONGEST) {
            problems.add(Problem.of(field, "too-long", LONGEST));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
