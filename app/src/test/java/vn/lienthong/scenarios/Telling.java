package vn.lienthong.scenarios;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.WorkingCalendar;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.command.Refused;
import vn.lienthong.deadline.Letters;
import vn.lienthong.deadline.RungReached;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.dossier.Paper;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.dossier.Supplements;
import vn.lienthong.dossier.Withdrawing;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;
import vn.lienthong.worklist.Completing;

/** Tells one story: officers act through the same doors as in the product. */
@TestComponent
public class Telling {

    private static final int MANY_STEPS = 30;
    private static final Set<String> LONG_WORDS = Set.of("after", "at", "data", "reason");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Receiving receiving;
    private final Letters letters;
    private final Dossiers dossiers;
    private final Supplements supplements;
    private final Withdrawing withdrawing;
    private final Completing completing;
    private final Processes processes;
    private final ProcessModels models;
    private final Organisation organisation;
    private final Calendars calendars;
    private final CurrentCaller caller;
    private final TransactionTemplate transaction;
    private final TimeMachine time;
    private final Witness witness;
    private final Catalogue catalogue;
    private final ProblemDetails details;

    Telling(
            Receiving receiving,
            Letters letters,
            Dossiers dossiers,
            Supplements supplements,
            Withdrawing withdrawing,
            Completing completing,
            Processes processes,
            ProcessModels models,
            Organisation organisation,
            Calendars calendars,
            CurrentCaller caller,
            TransactionTemplate transaction,
            TimeMachine time,
            Witness witness,
            Catalogue catalogue,
            ProblemDetails details) {
        this.receiving = receiving;
        this.letters = letters;
        this.dossiers = dossiers;
        this.supplements = supplements;
        this.withdrawing = withdrawing;
        this.completing = completing;
        this.processes = processes;
        this.models = models;
        this.organisation = organisation;
        this.calendars = calendars;
        this.caller = caller;
        this.transaction = transaction;
        this.time = time;
        this.witness = witness;
        this.catalogue = catalogue;
        this.details = details;
    }

    void tell(Scenario story) {
        witness.forget();
        List<String> unknown = new Vocabulary(catalogue).faults(story);
        if (!unknown.isEmpty()) {
            throw new StoryFailed(story, "không kể được", unknown);
        }
        time.set(story.receivedAt());
        DossierNumber number = received(story);
        Dossiers.Summary received = dossiers.get(number);
        if (!received.process().equals(story.process())) {
            throw new StoryFailed(
                    story,
                    "không kể được",
                    List.of("ngày nhận thuộc ấn bản %s; đổi receivedAt hoặc chuyển kịch bản sang thư mục của ấn bản đó"
                            .formatted(received.process())));
        }

        for (int i = 0; i < story.when().size(); i++) {
            happen(story, i, number);
        }

        List<String> otherwise = check(story, received, dossiers.get(number));
        if (!otherwise.isEmpty()) {
            throw new StoryFailed(story, "kể đến hết", otherwise);
        }
    }

    private DossierNumber received(Scenario story) {
        try {
            return caller.as(
                    receptionist(story),
                    () -> receiving.receive(new Application(
                            story.process().procedure(),
                            story.channel(),
                            story.applicant(),
                            story.data(),
                            story.papers())));
        } catch (InvalidInput | Refused | Forbidden | NotFound refusal) {
            throw new StoryFailed(story, "hồ sơ mẫu không được tiếp nhận", inWords(refusal));
        }
    }

    private void happen(Scenario story, int index, DossierNumber number) {
        Map<String, Object> event = story.when().get(index);
        try {
            happen(number, event);
        } catch (InvalidInput | Refused | Forbidden | NotFound refusal) {
            throw new StoryFailed(story, stopped(index, event), inWords(refusal));
        } catch (Impossible impossible) {
            throw new StoryFailed(
                    story, stopped(index, event), List.of(String.valueOf(impossible.getMessage()), passed(number)));
        }
    }

    /** What a story wants done cannot be done now. */
    private static final class Impossible extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Impossible(String sentence) {
            super(sentence);
        }
    }

    private String stopped(int index, Map<String, Object> event) {
        return "dừng ở việc thứ %d của when (%s) lúc %s"
                .formatted(
                        index + 1,
                        event.entrySet().stream()
                                .filter(entry -> !LONG_WORDS.contains(entry.getKey()))
                                .map(entry -> entry.getKey() + ": " + entry.getValue())
                                .collect(Collectors.joining(", ")),
                        written(time.now()));
    }

    private String passed(DossierNumber number) {
        return "hồ sơ đã đi qua: " + String.join(" → ", witness.elementsOf(number.value()));
    }

    /** The product's refusal as an officer would read it. */
    private List<String> inWords(RuntimeException refusal) {
        if (refusal instanceof InvalidInput invalid) {
            return details.inWords(invalid.problems(), VIETNAMESE).stream()
                    .map(problem ->
                            (problem.field().equals("note") ? "reason" : problem.field()) + ": " + problem.message())
                    .toList();
        }
        String key = refusal instanceof Refused refused
                ? "refused." + refused.code()
                : refusal instanceof Forbidden forbidden
                        ? "forbidden." + forbidden.code()
                        : "not-found." + refusal.getMessage();
        return List.of(
                details.sentence(key, refusal instanceof Refused refused ? refused.args() : List.of(), VIETNAMESE));
    }

    private void happen(DossierNumber number, Map<String, Object> event) {
        if (event.containsKey("wait")) {
            time.passUntil(after(number, String.valueOf(event.get("wait"))));
            return;
        }
        if (event.containsKey("waitUntil")) {
            time.passUntil(Scenario.instant(event.get("waitUntil")));
            return;
        }
        if (event.containsKey("down")) {
            Map<String, Object> down = Scenario.map(event.get("down"));
            time.passUntil(Scenario.instant(down.get("from")));
            time.set(Scenario.instant(down.get("to")));
            time.passUntil(Scenario.instant(down.get("to")));
            return;
        }
        if (event.containsKey("at")) {
            time.passUntil(Scenario.instant(event.get("at")));
        } else if (event.containsKey("after")) {
            time.passUntil(after(number, String.valueOf(event.get("after"))));
        }
        DossierNumber whose = whose(number, event.get("leg"));
        if (event.containsKey("step")) {
            step(whose, event);
        } else if (event.containsKey("settle")) {
            settle(whose(number, event.get("settle")), "refused".equals(event.get("as")));
        } else if (event.containsKey("supplement")) {
            supplement(whose, Scenario.map(event.get("supplement")));
        } else if (event.containsKey("withdraw")) {
            as(receptionist(whose), () -> withdrawing.withdraw(whose, String.valueOf(event.get("withdraw"))));
        } else if (event.containsKey("answered")) {
            var answer = Processes.Answer.valueOf(
                    String.valueOf(event.get("answered")).toUpperCase(Locale.ROOT));
            if (!Boolean.TRUE.equals(transaction.execute(tx -> processes.answer(whose.value(), answer)))) {
                throw new Impossible("hồ sơ không chờ cơ quan nào trả lời; " + waitsAt(whose));
            }
        } else if (event.containsKey("tell")) {
            boolean heard = Boolean.TRUE.equals(
                    transaction.execute(tx -> processes.tell(whose.value(), String.valueOf(event.get("tell")))));
            if (!heard) {
                throw new Impossible("hồ sơ không chờ thông điệp %s; %s".formatted(event.get("tell"), waitsAt(whose)));
            }
        } else {
            throw new Impossible("không rõ phải làm gì với " + event);
        }
    }

    private void step(DossierNumber number, Map<String, Object> event) {
        String step = String.valueOf(event.get("step"));
        Processes.OpenStep open = processes.openSteps(number.value()).stream()
                .filter(s -> s.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new Impossible(
                        "bước %s chưa mở hoặc đã xong; %s".formatted(named(number, step), waitsAt(number))));
        Object by = event.get("by");
        complete(
                number,
                open,
                by == null ? anybody(number, step) : by.toString(),
                event.get("outcome") == null ? ordinary(number, step) : outcome(number, step, event.get("outcome")),
                event.get("data") == null ? null : Scenario.map(event.get("data")),
                event.get("reason") == null ? "" : String.valueOf(event.get("reason")));
    }

    private void complete(
            DossierNumber number,
            Processes.OpenStep open,
            String by,
            String outcome,
            @Nullable Map<String, Object> data,
            String reason) {
        @Nullable Map<String, @Nullable Object> answers = data == null ? null : new LinkedHashMap<>(data);
        caller.as(by, () -> completing.complete(open.taskId(), outcome, answers, reason));
    }

    /** Ordinary outcomes until the leg is over; a refusal at the first step that offers one. */
    private void settle(DossierNumber number, boolean refused) {
        boolean still = refused;
        for (int i = 0; i < MANY_STEPS && !dossiers.get(number).state().isFinal(); i++) {
            List<Processes.OpenStep> open = processes.openSteps(number.value());
            if (open.isEmpty()) {
                return;
            }
            Processes.OpenStep next = open.get(0);
            boolean offers = model(number).outcomes(next.step()).stream().anyMatch(o -> o.id().equals("refuse"));
            String outcome = still && offers ? "refuse" : ordinary(number, next.step());
            still = still && !offers;
            complete(number, next, anybody(number, next.step()), outcome, null, "Không đủ điều kiện");
        }
    }

    private void supplement(DossierNumber number, Map<String, Object> what) {
        List<Paper> papers = new ArrayList<>();
        for (Object paper : Scenario.list(what.getOrDefault("papers", List.of()))) {
            Map<String, Object> p = Scenario.map(paper);
            papers.add(new Paper(String.valueOf(p.get("code")), String.valueOf(p.get("form")), 1, null));
        }
        Map<String, Object> data = Scenario.map(what.getOrDefault("data", Map.of()));
        as(receptionist(number), () -> supplements.receive(number, papers, data));
    }

    private String outcome(DossierNumber number, String step, Object wanted) {
        List<String> offered = model(number).outcomes(step).stream()
                .map(o -> o.id() + (o.isDefault() ? " (mặc định)" : ""))
                .toList();
        if (model(number).outcomes(step).stream().noneMatch(o -> o.id().equals(wanted))) {
            throw new Impossible("bước %s không có lựa chọn “%s”; các lựa chọn: %s"
                    .formatted(named(number, step), wanted, String.join(", ", offered)));
        }
        return wanted.toString();
    }

    /** Where a dossier stands, in a clause. */
    private String waitsAt(DossierNumber number) {
        List<String> open = processes.openSteps(number.value()).stream()
                .map(step -> named(number, step.step()))
                .toList();
        if (!open.isEmpty()) {
            return "hồ sơ còn chờ ở bước " + String.join(", ", open);
        }
        List<String> position = processes.position(number.value()).stream()
                .map(element -> named(number, element))
                .toList();
        String end = dossiers.get(number).endElement();
        return position.isEmpty()
                ? "hồ sơ đã kết thúc ở " + (end == null ? "…" : named(number, end))
                : "hồ sơ còn chờ ở " + String.join(", ", position);
    }

    private String named(DossierNumber number, Object element) {
        return Vocabulary.named(catalogue.procedure(dossiers.get(number).process()), element.toString());
    }

    private static String written(@Nullable Instant at) {
        return at == null ? "chưa có" : at.atZone(EngineClock.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** What is otherwise than the story says, a sentence each. */
    private List<String> check(Scenario story, Dossiers.Summary received, Dossiers.Summary now) {
        Map<String, Object> then = story.then();
        DossierNumber number = now.number();
        List<String> otherwise = new ArrayList<>();
        if (then.containsKey("promisedAt")) {
            moment(otherwise, "ngày hẹn trả trên giấy tiếp nhận", then.get("promisedAt"), received.promisedAt());
        }
        if (then.containsKey("movedTo")) {
            moment(otherwise, "ngày hẹn trả sau cùng", then.get("movedTo"), now.promisedAt());
        }
        Scenario.map(then.getOrDefault("due", Map.of()))
                .forEach((leg, due) -> moment(
                        otherwise,
                        "hạn của phần việc %s lúc tiếp nhận".formatted(leg),
                        due,
                        leg(received, leg).dueAt()));
        end(otherwise, number, then.get("end"), end(now));
        if (then.containsKey("at")) {
            Set<String> wanted = new TreeSet<>(strings(then.get("at")));
            Set<String> open = new TreeSet<>();
            processes.openSteps(number.value()).forEach(step -> open.add(step.step()));
            same(otherwise, "các bước đang mở", wanted, open);
        }
        if (then.containsKey("state")) {
            same(otherwise, "trạng thái hồ sơ", then.get("state"), now.state().key());
        }
        Map<String, String> legs = new TreeMap<>();
        now.legs().forEach(l -> legs.put(l.leg(), l.state().key()));
        texts(then.getOrDefault("legs", Map.of()))
                .forEach((leg, state) -> same(
                        otherwise, "trạng thái phần việc " + leg, state, legs.getOrDefault(leg, "không tham gia")));
        var elements = witness.elementsOf(number.value());
        strings(then.getOrDefault("visited", List.of())).stream()
                .filter(element -> !elements.contains(element))
                .forEach(element -> otherwise.add(
                        "lẽ ra đi qua %s, nhưng không; %s".formatted(named(number, element), passed(number))));
        strings(then.getOrDefault("notVisited", List.of())).stream()
                .filter(elements::contains)
                .forEach(element -> otherwise.add(
                        "lẽ ra không đi qua %s, nhưng có; %s".formatted(named(number, element), passed(number))));
        if (then.containsKey("results")) {
            same(
                    otherwise,
                    "văn bản kết quả đã cấp, theo thứ tự",
                    strings(then.get("results")),
                    witness.resultsOf(dossiers.family(number).stream()
                            .map(DossierNumber::value)
                            .toList()));
        }
        if (then.containsKey("notices")) {
            same(
                    otherwise,
                    "thông báo cho người nộp, theo thứ tự",
                    strings(then.get("notices")),
                    witness.noticesOf(number.value()));
        }
        if (then.containsKey("letters")) {
            same(
                    otherwise,
                    "văn bản xin lỗi",
                    then.get("letters"),
                    caller.as(receptionist(number), () -> letters.of(number, VIETNAMESE)).stream()
                            .map(Letters.LetterView::state)
                            .toList());
        }
        for (Object rung : Scenario.list(then.getOrDefault("rungs", List.of()))) {
            rung(otherwise, now, Scenario.map(rung));
        }
        Scenario.map(then.getOrDefault("data", Map.of()))
                .forEach((path, value) -> same(otherwise, "ô " + path + " của hồ sơ", value, at(now.content(), path)));
        return otherwise;
    }

    private void end(List<String> otherwise, DossierNumber number, @Nullable Object wanted, @Nullable String reached) {
        if (wanted == null && reached != null) {
            otherwise.add("lẽ ra hồ sơ còn đang giải quyết (then không ghi end), nhưng đã kết thúc ở %s"
                    .formatted(named(number, reached)));
        } else if (wanted != null && !wanted.equals(reached)) {
            otherwise.add("lẽ ra kết thúc ở %s, nhưng %s".formatted(named(number, wanted), waitsAt(number)));
        }
    }

    private void rung(List<String> otherwise, Dossiers.Summary dossier, Map<String, Object> wanted) {
        List<RungReached> told = witness.rungsOf(dossier.root().value());
        long times = told.stream().filter(r -> is(r, wanted)).count();
        if (times != 1) {
            String others = told.stream()
                    .map(r -> r.level() + " " + r.rung() + (r.step() == null ? "" : " của " + r.step()))
                    .distinct()
                    .collect(Collectors.joining("; "));
            otherwise.add("nấc nhắc %s lẽ ra xảy ra đúng một lần, nhưng %s; các nấc đã xảy ra: %s"
                    .formatted(
                            wanted,
                            times == 0 ? "không xảy ra" : "xảy ra " + times + " lần",
                            others.isEmpty() ? "không có" : others));
        }
    }

    private static void moment(List<String> otherwise, String what, @Nullable Object wanted, @Nullable Instant is) {
        if (!Scenario.instant(wanted).equals(is)) {
            otherwise.add("%s lẽ ra là %s, nhưng là %s".formatted(what, wanted, written(is)));
        }
    }

    private static void same(List<String> otherwise, String what, @Nullable Object wanted, @Nullable Object is) {
        if (!Objects.equals(wanted, is)) {
            otherwise.add("%s lẽ ra là %s, nhưng là %s".formatted(what, wanted, is == null ? "trống" : is));
        }
    }

    private @Nullable String end(Dossiers.Summary dossier) {
        return processes.position(dossier.number().value()).isEmpty() ? dossier.endElement() : null;
    }

    private boolean is(RungReached rung, Map<String, Object> wanted) {
        return rung.level().name().equals(wanted.get("of"))
                && (wanted.get("leg") == null || wanted.get("leg").equals(rung.leg()))
                && rung.rung().equals(wanted.get("at") + " " + wanted.get("to"))
                && (wanted.get("step") == null || wanted.get("step").equals(rung.step()));
    }

    private DossierNumber whose(DossierNumber number, @Nullable Object leg) {
        if (leg == null) {
            return number;
        }
        Leg found = leg(dossiers.get(number), leg.toString());
        if (found.number() == null) {
            throw new Impossible("phần việc %s chưa có hồ sơ liên thông, đang ở trạng thái %s; %s"
                    .formatted(leg, found.state().key(), waitsAt(number)));
        }
        return new DossierNumber(Objects.requireNonNull(found.number()));
    }

    private static Leg leg(Dossiers.Summary dossier, String leg) {
        return dossier.legs().stream()
                .filter(l -> l.leg().equals(leg))
                .findFirst()
                .orElseThrow(() -> new Impossible("phần việc %s không tham gia hồ sơ này; các phần việc: %s"
                        .formatted(leg, dossier.legs().stream().map(Leg::leg).collect(Collectors.joining(", ")))));
    }

    private ProcessModel model(DossierNumber number) {
        return models.of(dossiers.get(number).process());
    }

    private String ordinary(DossierNumber number, String step) {
        return model(number).outcomes(step).stream()
                .filter(ProcessModel.Outcome::isDefault)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String anybody(DossierNumber number, String step) {
        Map<String, String> properties = model(number).require(step).properties();
        var on = time.now().atZone(EngineClock.ZONE).toLocalDate();
        String unit = organisation
                .competent(
                        String.valueOf(properties.get("agency")),
                        dossiers.get(number).area(),
                        on)
                .code();
        Duty duty = Duty.valueOf(
                String.valueOf(properties.get("duty")).toUpperCase(Locale.ROOT).replace('-', '_'));
        return organisation.officersOf(unit, duty, on).stream()
                .findFirst()
                .orElseThrow(() -> new Impossible("ở %s không có ai giữ chức trách %s để làm bước %s"
                        .formatted(unit, properties.get("duty"), named(number, step))));
    }

    /** Any reception officer: in these stories all dossiers come in at the demonstration ward. */
    private static String receptionist(Scenario story) {
        return "tiepnhan";
    }

    /** Who meets the applicant: the desk, and for a leg the agency that keeps its dossier. */
    private String receptionist(DossierNumber number) {
        Dossiers.Summary dossier = dossiers.get(number);
        var on = time.now().atZone(EngineClock.ZONE).toLocalDate();
        return dossier.origin() == null
                ? "tiepnhan"
                : organisation.officersOf(dossier.unit(), Duty.CASE_OFFICER, on).stream()
                        .findFirst()
                        .orElseThrow();
    }

    private Instant after(DossierNumber number, String span) {
        WorkingCalendar calendar = calendars.ofUnit(dossiers.get(number).unit());
        Instant then = time.now();
        String[] words = span.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            int amount = Integer.parseInt(words[i]);
            then = switch (words[i + 1]) {
                case "WORKING_HOUR" -> calendar.plusWorkingTime(then, java.time.Duration.ofHours(amount));
                case "WORKING_DAY" -> workingDays(calendar, then, amount);
                case "CALENDAR_DAY" -> then.plus(java.time.Duration.ofDays(amount));
                default -> then.plus(java.time.Duration.ofHours(amount));
            };
        }
        return then;
    }

    /** The same time of day, some working days later. */
    private static Instant workingDays(WorkingCalendar calendar, Instant from, int amount) {
        var at = from.atZone(EngineClock.ZONE);
        var day = at.toLocalDate();
        for (int i = 0; i < amount; i++) {
            day = calendar.nextWorkingDay(day);
        }
        return day.atTime(at.toLocalTime()).atZone(EngineClock.ZONE).toInstant();
    }

    private void as(String username, Runnable work) {
        caller.as(username, () -> {
            work.run();
            return "";
        });
    }

    private static @Nullable Object at(Map<String, Object> content, String path) {
        @Nullable Object value = content;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> inner ? inner.get(name) : null;
        }
        return value;
    }

    private static List<String> strings(@Nullable Object list) {
        return Scenario.list(list).stream().map(Object::toString).toList();
    }

    private static Map<String, String> texts(@Nullable Object map) {
        Map<String, String> texts = new TreeMap<>();
        Scenario.map(map).forEach((k, v) -> texts.put(k, String.valueOf(v)));
        return texts;
    }
}
