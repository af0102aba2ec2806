package vn.lienthong.design.draft;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Budget;

/** What in a published text contradicts itself, what it leaves open, and what such texts never say. */
final class Doubts {

    private static final List<Function<PublishedText, List<Decision>>> POLICIES = List.of(
            Doubts::limits,
            Doubts::sum,
            Doubts::stepsWithoutAgency,
            Doubts::stepsWithoutTime,
            Doubts::formerAgencies,
            Doubts::severalAgencies,
            Doubts::papers,
            Doubts::fees,
            Doubts::head,
            Doubts::neverSaid);

    private static final Pattern MONEY =
            Pattern.compile("(\\d{1,3}(?:[.,]\\d{3})+|\\d+)\\s*(?:đồng|vnđ|vnd|đ(?!\\p{L}))");

    private Doubts() {}

    static List<Decision> of(PublishedText text) {
        return POLICIES.stream().flatMap(policy -> policy.apply(text).stream()).toList();
    }

    /** Missing, unclear, or other for each channel. */
    private static List<Decision> limits(PublishedText text) {
        List<Decision> decisions = new ArrayList<>();
        Map<String, Budget> byChannel = new LinkedHashMap<>();
        for (PublishedText.Limit limit : text.timeLimits()) {
            TimeReading reading = TimeReading.of(limit.limit());
            decisions.addAll(unsure(reading, limit.channel().isEmpty() ? text.name() : limit.channel()));
            if (reading.budget() != null) {
                byChannel.put(limit.channel().isEmpty() ? "–" : limit.channel(), reading.budget());
            }
        }
        if (text.timeLimits().isEmpty()) {
            decisions.add(Decision.question("limit-missing"));
        }
        if (Set.copyOf(byChannel.values()).size() > 1) {
            decisions.add(Decision.contradiction(
                    "limits-differ",
                    text.timeLimits().stream()
                            .map(limit -> limit.channel() + ": " + limit.limit())
                            .collect(Collectors.joining("; "))));
        }
        return decisions;
    }

    private static List<Decision> unsure(TimeReading reading, String where) {
        List<Decision> decisions = new ArrayList<>();
        for (TimeReading.Doubt doubt : reading.doubts()) {
            Budget budget = reading.budget();
            String assumed = budget == null ? "" : TimeReading.written(budget);
            decisions.add(
                    switch (doubt) {
                        case NOT_SAID -> Decision.question("time-not-said", where);
                        case UNREADABLE -> Decision.question("time-unreadable", where, reading.text());
                        case UNIT_MISSING -> Decision.question("unit-missing", where, reading.text(), assumed);
                        case CALENDAR_OR_WORKING ->
                            Decision.question("calendar-or-working", where, reading.text(), assumed);
                        case SEVERAL -> Decision.question("several-times", where, reading.text(), assumed);
                    });
        }
        return decisions;
    }

    private static List<Decision> sum(PublishedText text) {
        List<PublishedText.StepText> timed = officers(text)
                .filter(step -> TimeReading.of(step.limit()).budget() != null)
                .toList();
        if (timed.isEmpty() || text.timeLimits().isEmpty()) {
            return List.of();
        }
        int needed = 0;
        for (PublishedText.StepText step : timed) {
            Budget budget = TimeReading.of(step.limit()).budget();
            needed += budget == null ? 0 : TimeReading.hours(budget);
        }
        boolean all = timed.size() == officers(text).count();
        List<Decision> decisions = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (PublishedText.Limit limit : text.timeLimits()) {
            Budget given = TimeReading.of(limit.limit()).budget();
            if (given == null || !told.add(limit.limit())) {
                continue;
            }
            int hours = TimeReading.hours(given);
            String difference = days(Math.abs(needed - hours));
            if (needed > hours) {
                decisions.add(Decision.contradiction("steps-exceed-limit", days(needed), limit.limit(), difference));
            } else if (all && needed < hours) {
                decisions.add(Decision.contradiction("steps-below-limit", days(needed), limit.limit(), difference));
            }
        }
        return decisions;
    }

    /** Days and hours of work, alike in both languages. */
    private static String days(int hours) {
        return hours % 8 == 0 ? String.valueOf(hours / 8) : hours / 8 + " + " + hours % 8 + "/8";
    }

    private static List<Decision> stepsWithoutAgency(PublishedText text) {
        if (text.steps().isEmpty()) {
            return List.of(Decision.question("no-steps"));
        }
        return officers(text)
                .filter(step -> step.agency().isEmpty())
                .map(step -> Decision.question("step-without-agency", Wording.label(step.text())))
                .toList();
    }

    private static List<Decision> stepsWithoutTime(PublishedText text) {
        return officers(text)
                .flatMap(step -> unsure(TimeReading.of(step.limit()), Wording.label(step.text())).stream())
                .toList();
    }

    private static List<Decision> formerAgencies(PublishedText text) {
        Set<String> told = new LinkedHashSet<>();
        return Stream.of(
                        text.agencies().stream().map(PublishedText.Agency::name),
                        text.steps().stream().map(PublishedText.StepText::agency),
                        text.steps().stream().map(PublishedText.StepText::text),
                        text.papers().stream().map(PublishedText.PaperText::name),
                        text.fees().stream().map(PublishedText.Fee::amount))
                .flatMap(Function.identity())
                .filter(words -> Agencies.former(words).isPresent() && told.add(words))
                .map(words -> Decision.contradiction(
                        "agency-is-no-more",
                        words.length() > 120 ? words.substring(0, 120) + "…" : words,
                        Agencies.former(words).orElseThrow().now()))
                .toList();
    }

    /** Another agency's work is a leg with a dossier of its own, or a step of ours: the text does not say. */
    private static List<Decision> severalAgencies(PublishedText text) {
        Set<String> outside = new LinkedHashSet<>();
        Set<String> ours = Set.of("reception", "returns", "leadership", "clerk");
        officers(text)
                .filter(step -> Agencies.role(step.agency())
                        .filter(role -> !ours.contains(role))
                        .isPresent())
                .forEach(step -> outside.add(step.agency()));
        List<Decision> decisions = new ArrayList<>();
        if (outside.size() > 1) {
            decisions.add(Decision.question("legs-or-steps", String.join("; ", outside)));
        }
        if (text.agencies().isEmpty()) {
            decisions.add(Decision.question("agencies-missing"));
        }
        return decisions;
    }

    private static List<Decision> papers(PublishedText text) {
        List<Decision> decisions = new ArrayList<>();
        if (text.papers().isEmpty()) {
            decisions.add(Decision.question("papers-missing"));
        }
        Set<String> names = new LinkedHashSet<>();
        for (PublishedText.PaperText paper : text.papers()) {
            if (!names.add(plain(paper.name()))) {
                decisions.add(Decision.contradiction("paper-twice", paper.name()));
            }
            if (paper.originals() == 0 && paper.copies() == 0) {
                decisions.add(Decision.contradiction("paper-of-no-copies", paper.name()));
            }
            if (isConditional(paper.name())) {
                decisions.add(Decision.question("paper-conditional", paper.name()));
            }
            if (plain(paper.name()).matches(".*(?<!\\p{L})hoặc(?!\\p{L}).*")) {
                decisions.add(Decision.question("paper-alternatives", paper.name()));
            }
        }
        List<String> unsaid = text.papers().stream()
                .filter(paper -> paper.originals() < 0 && paper.copies() < 0)
                .map(PublishedText.PaperText::name)
                .toList();
        if (!unsaid.isEmpty()) {
            decisions.add(Decision.question("paper-forms-unsaid", String.join("; ", unsaid)));
        }
        return decisions;
    }

    static boolean isConditional(String paper) {
        return plain(paper).matches(".*(nếu có|trường hợp|đối với|khi cần).*");
    }

    private static List<Decision> fees(PublishedText text) {
        if (text.fees().isEmpty()) {
            return List.of(Decision.question("fee-missing"));
        }
        List<Decision> decisions = new ArrayList<>();
        Set<Long> amounts = new LinkedHashSet<>();
        for (PublishedText.Fee fee : text.fees()) {
            Long amount = amount(fee.amount());
            if (amount == null) {
                decisions.add(Decision.question("fee-without-amount", fee.amount()));
            } else {
                amounts.add(amount);
            }
        }
        if (amounts.size() > 1) {
            decisions.add(Decision.contradiction(
                    "fees-differ",
                    text.fees().stream()
                            .map(fee -> fee.channel() + ": " + fee.amount())
                            .collect(Collectors.joining("; "))));
        }
        return decisions;
    }

    /** An amount in đồng; null when there is none, or several. */
    static @Nullable Long amount(String text) {
        String plain = plain(text);
        if (plain.matches(".*(không thu|miễn phí|không mất phí|không có).*") || plain.equals("không")) {
            return 0L;
        }
        Matcher money = MONEY.matcher(plain);
        if (!money.find()) {
            return null;
        }
        String digits = money.group(1).replaceAll("[.,]", "");
        return money.find() || digits.length() > 12 ? null : Long.valueOf(digits);
    }

    private static List<Decision> head(PublishedText text) {
        List<Decision> decisions = new ArrayList<>();
        if (!text.code().matches("\\d+\\.\\d{6}")) {
            decisions.add(
                    text.code().isEmpty()
                            ? Decision.question("code-missing")
                            : Decision.question("code-malformed", text.code()));
        }
        if (text.sector().isEmpty()) {
            decisions.add(Decision.question("sector-missing"));
        }
        if (text.legalBasis().isEmpty()) {
            decisions.add(Decision.question("basis-missing"));
        }
        if (text.channels().isEmpty()) {
            decisions.add(Decision.question("channels-missing"));
        }
        if (text.results().isEmpty()) {
            decisions.add(Decision.question("results-missing"));
        } else if (text.results().size() > 1) {
            decisions.add(Decision.question("several-results", String.join("; ", text.results())));
        }
        if (text.edition().isEmpty()) {
            decisions.add(Decision.question("edition-missing"));
        }
        return decisions;
    }

    /** The questions that no publication answers. */
    private static List<Decision> neverSaid(PublishedText text) {
        return Stream.of(
                        "decide-area",
                        "decide-fields",
                        "decide-supplement",
                        "decide-refusal",
                        "decide-withdrawal",
                        "decide-collection",
                        "decide-english")
                .map(Decision::question)
                .toList();
    }

    private static Stream<PublishedText.StepText> officers(PublishedText text) {
        return text.steps().stream().filter(step -> !Plan.isOfApplicant(step) && !Plan.isReturn(step));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
