package vn.lienthong.design.draft;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;

/**
 * What a draft is made of: the text with every gap filled by an assumption, and each assumption among the decisions.
 *
 * @param limit for the whole
 * @param agencies what the roles are called
 * @param steps of officers, in order, from reception until the result is issued
 */
record Plan(
        String key,
        String edition,
        String code,
        String name,
        String nameEn,
        String sector,
        List<String> legalBasis,
        List<String> channels,
        Budget limit,
        Map<String, String> agencies,
        List<Step> steps,
        List<Paper> papers,
        List<Result> results,
        @Nullable Long fee,
        List<Decision> decisions) {

    private static final Budget ASSUMED_LIMIT = Budget.of(5, BudgetUnit.WORKING_DAY);
    private static final int SHORT_OF_A_FOLDER = 6;

    enum Kind {
        RECEPTION("check-reception", "reception-officer"),
        EXAMINATION("examine", "case-officer"),
        SIGNATURE("decide", "agency-head"),
        ISSUE("issue", "clerk");

        private final String form;
        private final String duty;

        Kind(String form, String duty) {
            this.form = form;
            this.duty = duty;
        }

        String form() {
            return form;
        }

        String duty() {
            return duty;
        }
    }

    /** @param id of its element in the diagram */
    record Step(String id, String label, Kind kind, String role, Budget budget) {}

    record Paper(String code, String name, boolean required, List<String> forms) {}

    record Result(String code, String name) {}

    static Plan of(PublishedText text, LocalDate today) {
        List<Decision> decisions = new ArrayList<>(Doubts.of(text));
        Map<String, String> agencies = new LinkedHashMap<>();
        agencies.put("reception", "Bộ phận Một cửa");
        agencies.put("returns", "Bộ phận Trả kết quả");
        Budget limit = limit(text);
        List<Step> steps = steps(text, limit, agencies, decisions);
        return new Plan(
                key(text, decisions),
                text.edition().isEmpty() ? today.withDayOfMonth(1).plusMonths(1).toString() : text.edition(),
                text.code().matches("\\d+\\.\\d{6}") ? text.code() : "0.000000",
                text.name(),
                text.nameEn().isEmpty() ? text.name() : text.nameEn(),
                text.sector().isEmpty() ? "Chưa rõ lĩnh vực" : text.sector(),
                text.legalBasis(),
                channels(text),
                limit,
                agencies,
                steps,
                papers(text),
                results(text),
                fee(text),
                decisions);
    }

    private static String key(PublishedText text, List<Decision> decisions) {
        if (!text.key().isEmpty()) {
            return text.key();
        }
        String made = Wording.kebab(text.name(), SHORT_OF_A_FOLDER);
        String key = made.isEmpty() ? "draft" : made;
        decisions.add(Decision.question("key-made", key));
        return key;
    }

    private static Budget limit(PublishedText text) {
        Budget longest = null;
        for (PublishedText.Limit limit : text.timeLimits()) {
            Budget read = TimeReading.of(limit.limit()).budget();
            if (read != null && (longest == null || TimeReading.hours(read) > TimeReading.hours(longest))) {
                longest = read;
            }
        }
        return longest == null ? ASSUMED_LIMIT : longest;
    }

    private static List<Step> steps(
            PublishedText text, Budget limit, Map<String, String> agencies, List<Decision> decisions) {
        List<PublishedText.StepText> written = text.steps().stream()
                .filter(step -> !isOfApplicant(step) && !isReturn(step))
                .toList();
        List<Step> steps = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        Budget share = share(written, limit);
        for (PublishedText.StepText step : written) {
            Kind kind = kind(step, steps.isEmpty());
            String role = role(step, kind, agencies, decisions);
            Budget read = TimeReading.of(step.limit()).budget();
            steps.add(new Step(
                    id(Wording.label(step.text()), ids),
                    Wording.label(step.text()),
                    kind,
                    role,
                    read == null ? share : read));
        }
        if (steps.isEmpty() || steps.get(0).kind() != Kind.RECEPTION) {
            steps.add(
                    0,
                    assumed("UserTask_CheckReception", "Kiểm tra, tiếp nhận hồ sơ", Kind.RECEPTION, "reception", ids));
            decisions.add(Decision.question("no-reception-step"));
        }
        if (steps.stream().noneMatch(step -> step.kind() == Kind.EXAMINATION)) {
            agencies.putIfAbsent("civil-status", "Bộ phận chuyên môn");
            steps.add(1, assumed("UserTask_Examine", "Thẩm tra hồ sơ", Kind.EXAMINATION, "civil-status", ids));
            decisions.add(Decision.question("no-examination-step"));
        }
        if (steps.stream().noneMatch(step -> step.kind() == Kind.SIGNATURE)) {
            agencies.putIfAbsent("leadership", "Lãnh đạo cơ quan");
            steps.add(assumed("UserTask_Decide", "Duyệt, ký kết quả", Kind.SIGNATURE, "leadership", ids));
            decisions.add(Decision.question("no-signature-step"));
        }
        return steps;
    }

    private static Step assumed(String id, String label, Kind kind, String role, Set<String> ids) {
        ids.add(id);
        return new Step(id, label, kind, role, Budget.of(2, BudgetUnit.WORKING_HOUR));
    }

    /** What steps without a time of their own get: what the others leave, in equal parts. */
    private static Budget share(List<PublishedText.StepText> written, Budget limit) {
        int left = TimeReading.hours(limit);
        int untimed = 0;
        for (PublishedText.StepText step : written) {
            Budget read = TimeReading.of(step.limit()).budget();
            left -= read == null ? 0 : TimeReading.hours(read);
            untimed += read == null ? 1 : 0;
        }
        return Budget.of(Math.max(1, left / Math.max(1, untimed) - 1), BudgetUnit.WORKING_HOUR);
    }

    private static Kind kind(PublishedText.StepText step, boolean first) {
        String text = plain(step.text());
        if (first && text.matches(".*(tiếp nhận|kiểm tra).*")) {
            return Kind.RECEPTION;
        }
        if (text.matches(".*(đóng dấu|phát hành|lấy số).*")) {
            return Kind.ISSUE;
        }
        if (text.matches(".*((?<!đăng )(?<!\\p{L})ký(?!\\p{L})|phê duyệt|quyết định|xem xét, duyệt).*")
                && !text.matches(".*(trình|tham mưu|dự thảo).*")) {
            return Kind.SIGNATURE;
        }
        return Kind.EXAMINATION;
    }

    private static String role(
            PublishedText.StepText step, Kind kind, Map<String, String> agencies, List<Decision> decisions) {
        if (kind == Kind.RECEPTION) {
            return "reception";
        }
        String named = step.agency();
        if (named.isEmpty()) {
            String role = kind == Kind.SIGNATURE ? "leadership" : kind == Kind.ISSUE ? "clerk" : "civil-status";
            agencies.putIfAbsent(
                    role,
                    kind == Kind.SIGNATURE
                            ? "Lãnh đạo cơ quan"
                            : kind == Kind.ISSUE ? "Văn thư" : "Bộ phận chuyên môn");
            return role;
        }
        String role = Agencies.role(named).orElseGet(() -> {
            String made = Wording.kebab(named, SHORT_OF_A_FOLDER);
            String own = made.isEmpty() ? "unknown-agency" : made;
            if (!agencies.containsKey(own)) {
                decisions.add(Decision.question("agency-unknown", named, own));
            }
            return own;
        });
        agencies.putIfAbsent(role, named);
        return role;
    }

    static boolean isOfApplicant(PublishedText.StepText step) {
        String text = plain(step.text());
        String who = plain(step.agency());
        return who.matches(".*(người nộp|người yêu cầu|tổ chức, cá nhân|cá nhân|công dân|người dân).*")
                || who.isEmpty() && text.matches("(bước \\d+[:.] *)?(người|cá nhân|tổ chức|công dân).{0,60}nộp.*");
    }

    static boolean isReturn(PublishedText.StepText step) {
        String text = plain(step.text());
        return text.matches(".*(trả kết quả|trao kết quả|nhận kết quả).*") && !text.matches(".*(tiếp nhận|hẹn trả).*");
    }

    private static String id(String label, Set<String> ids) {
        String pascal = Wording.pascal(Wording.kebab(label, SHORT_OF_A_FOLDER));
        String base = "UserTask_" + (pascal.isEmpty() ? "Step" : pascal);
        String id = base;
        for (int i = 2; !ids.add(id); i++) {
            id = base + i;
        }
        return id;
    }

    private static List<String> channels(PublishedText text) {
        Set<String> channels = new LinkedHashSet<>();
        for (String channel : text.channels()) {
            String plain = plain(channel);
            if (plain.contains("trực tiếp")) {
                channels.add("COUNTER");
            } else if (plain.contains("trực tuyến") || plain.contains("điện tử")) {
                channels.add("ONLINE");
            } else if (plain.contains("bưu")) {
                channels.add("POST");
            }
        }
        return channels.isEmpty() ? List.of("COUNTER", "ONLINE", "POST") : List.copyOf(channels);
    }

    private static List<Paper> papers(PublishedText text) {
        List<Paper> papers = new ArrayList<>();
        Set<String> codes = new LinkedHashSet<>();
        for (PublishedText.PaperText paper : text.papers()) {
            String made = Wording.kebab(paper.name(), SHORT_OF_A_FOLDER);
            String base = made.isEmpty() ? "giay-to" : made;
            String code = base;
            for (int i = 2; !codes.add(code); i++) {
                code = base + "-" + i;
            }
            boolean original = paper.originals() > 0 || paper.originals() < 0 && paper.copies() < 1;
            List<String> forms = new ArrayList<>();
            if (original) {
                forms.add("ORIGINAL");
            }
            if (paper.copies() > 0) {
                forms.addAll(List.of("CERTIFIED", "COPY"));
            }
            forms.add("ELECTRONIC");
            papers.add(new Paper(code, paper.name(), !Doubts.isConditional(paper.name()), forms));
        }
        if (papers.isEmpty()) {
            papers.add(new Paper("to-khai", "Tờ khai", true, List.of("ORIGINAL", "ELECTRONIC")));
        }
        return papers;
    }

    private static List<Result> results(PublishedText text) {
        List<Result> results = new ArrayList<>();
        for (String result : text.results()) {
            String plain = plain(result);
            String kind = plain.contains("quyết định")
                    ? "decision"
                    : plain.matches(".*(trích lục|bản sao).*")
                            ? "extract"
                            : plain.startsWith("giấy") ? "certificate" : "notice";
            String base = Wording.kebab(result, SHORT_OF_A_FOLDER);
            String code = (base.isEmpty() ? "result" : base) + "-" + kind;
            if (results.stream().noneMatch(other -> other.code().equals(code))) {
                results.add(new Result(code, result));
            }
        }
        return results.isEmpty() ? List.of(new Result("result-notice", "Văn bản kết quả")) : results;
    }

    private static @Nullable Long fee(PublishedText text) {
        Long fee = null;
        for (PublishedText.Fee written : text.fees()) {
            Long amount = Doubts.amount(written.amount());
            if (amount == null || fee != null && !Objects.equals(fee, amount)) {
                return null;
            }
            fee = amount;
        }
        return fee;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
