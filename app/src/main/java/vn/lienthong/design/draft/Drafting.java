package vn.lienthong.design.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/**
 * Makes a folder of a published procedure text: a diagram with lanes and budgets, a description, forms, a first story, a
 * checklist of papers, and the list of what a person must decide. Guesses openly: every assumption is on that list.
 */
final class Drafting {

    private static final JsonSchema SCHEMA = JsonSchema.named("procedure-text");
    private static final String FORMS = "design/draft/forms/";

    private Drafting() {}

    /**
     * The files of the draft by path, as they lie below {@code resources}.
     *
     * @param tree the text as JSON is read
     * @throws InvalidInput with every fault
     */
    static Map<String, byte[]> folder(Object tree, LocalDate today, Locale locale) {
        List<Problem> faults = new ArrayList<>(SCHEMA.faults(tree));
        if (tree instanceof Map<?, ?> map && map.get("edition") instanceof String edition) {
            day(edition, faults);
        }
        InvalidInput.ifAny(faults);
        Plan plan = Plan.of(PublishedText.of(object(tree)), today);
        return files(plan, locale);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object tree) {
        return (Map<String, Object>) tree;
    }

    private static void day(String edition, List<Problem> faults) {
        try {
            LocalDate.parse(edition);
        } catch (DateTimeParseException notADay) {
            if (faults.stream().noneMatch(fault -> fault.field().equals("edition"))) {
                faults.add(Problem.of("edition", "not-a-date"));
            }
        }
    }

    private static Map<String, byte[]> files(Plan plan, Locale locale) {
        Skeleton.Drawn drawn = Skeleton.of(plan);
        String folder = "procedures/" + plan.key() + "/" + plan.edition() + "/";
        Map<String, byte[]> files = new TreeMap<>();
        put(files, folder + plan.key() + ".bpmn", drawn.bpmn());
        put(files, folder + "procedure.yml", description(plan));
        put(files, folder + "messages_vi.properties", messages(plan, plan.name(), drawn.vi()));
        put(files, folder + "messages_en.properties", messages(plan, plan.nameEn(), drawn.en()));
        put(files, folder + "scenarios.yml", scenarios(plan));
        put(files, folder + "decisions.md", DecisionsPage.of(plan, locale));
        put(files, folder + "checklist.md", DecisionsPage.checklist(plan, locale));
        for (String form : forms(plan)) {
            files.put("forms/" + plan.key() + "/" + plan.edition() + "/" + form + ".form", form(form));
        }
        return files;
    }

    private static Set<String> forms(Plan plan) {
        Set<String> forms = new LinkedHashSet<>(List.of("applicant", "request", "return-results"));
        plan.steps().forEach(step -> forms.add(step.kind().form()));
        return forms;
    }

    /** The forms of the template for new procedures. */
    private static byte[] form(String form) {
        try (InputStream file = new ClassPathResource(FORMS + form + ".form").getInputStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Map<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String description(Plan plan) {
        var yml = new StringBuilder("""
                # yaml-language-server: $schema=../../../schemas/procedure.schema.json
                # Bản nháp làm từ văn bản công bố. Xem decisions.md trước khi sửa. / A draft: see decisions.md first.
                code: %s
                names: {vi: %s, en: %s}
                sector: {vi: %s, en: %s}
                """.formatted(
                        quoted(plan.code()),
                        quoted(plan.name()),
                        quoted(plan.nameEn()),
                        quoted(plan.sector()),
                        quoted(plan.sector())));
        yml.append("legalBasis:\n");
        List<String> basis = plan.legalBasis().isEmpty() ? List.of("118/2025/NĐ-CP") : plan.legalBasis();
        basis.forEach(document -> yml.append("  - {document: %s}\n".formatted(quoted(document))));
        yml.append("area: request.commune\nagencies:\n");
        plan.agencies()
                .forEach((role, name) ->
                        yml.append("  %s: {vi: %s, en: %s}\n".formatted(role, quoted(name), quoted(name))));
        String results = plan.results().stream().map(Plan.Result::code).collect(Collectors.joining(", "));
        yml.append("""
                channels: [%s]
                results: [COUNTER, ELECTRONIC, POST]
                application: [request]
                legalLimit: %s
                legs:
                  - id: settlement
                    names: {vi: %s, en: %s}
                    agency: %s
                    founding: true
                    budget: %s
                    results: [%s]
                papers:
                """.formatted(
                        String.join(", ", plan.channels()),
                        written(plan.limit()),
                        quoted(plan.name()),
                        quoted(plan.nameEn()),
                        founding(plan),
                        written(plan.limit()),
                        results));
        plan.papers()
                .forEach(paper -> yml.append("  - {code: %s, names: {vi: %s, en: %s}, required: %s, forms: [%s]}\n"
                        .formatted(
                                paper.code(),
                                quoted(paper.name()),
                                quoted(paper.name()),
                                paper.required(),
                                String.join(", ", paper.forms()))));
        yml.append("resultDocuments:\n");
        plan.results()
                .forEach(result -> yml.append("  - {code: %s, names: {vi: %s, en: %s}}\n"
                        .formatted(result.code(), quoted(result.name()), quoted(result.name()))));
        Long fee = plan.fee();
        if (fee != null && fee > 0) {
            yml.append("fee: {amount: %d, names: {vi: \"Lệ phí\", en: \"Fee\"}}\n".formatted(fee));
        }
        return yml.append("""
                supplement:
                  policy: RESTART
                  rounds: 1
                  applicantLimit: {amount: 7, unit: WORKING_DAY}
                  legalBasis: "118/2025/NĐ-CP"
                """).toString();
    }

    /** The agency that examines: what the whole is about. */
    private static String founding(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.kind() == Plan.Kind.EXAMINATION)
                .map(Plan.Step::role)
                .findFirst()
                .orElse("reception");
    }

    private static String written(Budget budget) {
        return "{amount: %d, unit: %s%s}"
                .formatted(
                        budget.amount(),
                        budget.unit(),
                        budget.cutOff() == null ? "" : ", cutOff: \"" + budget.cutOff() + "\"");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
    }

    private static String messages(Plan plan, String name, Map<String, String> names) {
        var text =
                new StringBuilder(plan.key()).append('=').append(escaped(name)).append('\n');
        names.forEach((id, words) ->
                text.append(id).append('=').append(escaped(words)).append('\n'));
        return text.append("leg.settlement=").append(escaped(name)).append('\n').toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replaceAll("\\p{Cntrl}", " ");
    }

    /** The ordinary way, told once; the rest is the designer's to tell. */
    private static String scenarios(Plan plan) {
        LocalDate day = LocalDate.parse(plan.edition());
        while (day.getDayOfWeek() != java.time.DayOfWeek.MONDAY) {
            day = day.plusDays(1);
        }
        var yml = new StringBuilder("""
                # yaml-language-server: $schema=../../../schemas/scenarios.schema.json
                fixtures:
                  request:
                    applicant:
                      fullName: "Nguyễn Thị Thanh Hà"
                      identityNumber: "001183000123"
                      phone: "0912000123"
                      email: "ha.nguyen@example.vn"
                      address: "Số 12, tổ 5, phường An Hòa"
                    data:
                      request: {commune: an-hoa, subject: "Đề nghị giải quyết theo quy định"}
                    papers:
                """);
        plan.papers().stream()
                .filter(Plan.Paper::required)
                .forEach(paper -> yml.append("      - {code: %s, form: %s, copies: 1}\n"
                        .formatted(paper.code(), paper.forms().get(0))));
        yml.append("""

                scenarios:
                  - name: "Đủ hồ sơ, đủ điều kiện: giải quyết và trả kết quả"
                    given: {receivedAt: "%sT09:00:00+07:00", channel: %s, application: request}
                    when:
                """.formatted(day, plan.channels().get(0)));
        plan.steps().forEach(step -> yml.append("      - {step: %s}\n".formatted(step.id())));
        return yml.append("""
                      - {step: UserTask_ReturnResults}
                    then:
                      end: EndEvent_ResultReturned
                      state: returned
                      results: [%s]
                """.formatted(
                                plan.results().stream().map(Plan.Result::code).collect(Collectors.joining(", "))))
                .toString();
    }
}
