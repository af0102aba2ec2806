package vn.lienthong.dossier.returns;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.HandOver;
import vn.lienthong.dossier.Results;
import vn.lienthong.dossier.ReturningResults;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Content;
import vn.lienthong.web.Formats;

/** The fields of the page at which results are handed over. */
@Component
class HandOverForm {

    private final ReturningResults returning;
    private final Results results;
    private final Catalogue catalogue;
    private final Formats formats;
    private final MessageSource messages;

    HandOverForm(
            ReturningResults returning, Results results, Catalogue catalogue, Formats formats, MessageSource messages) {
        this.returning = returning;
        this.results = results;
        this.catalogue = catalogue;
        this.formats = formats;
        this.messages = messages;
    }

    /** @param fields as they came, for the page that is shown again */
    record Entered(HandOver handOver, Map<String, String> fields) {

        /** For the template. */
        public String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    /** Everything that is ready, the way the applicant wished it, to the applicant. */
    Entered empty(Dossiers.Summary dossier) {
        List<String> methods = catalogue.edition(dossier.process()).results();
        String wished = Content.at(dossier.content(), "delivery.method")
                .map(String::valueOf)
                .filter(methods::contains)
                .orElseGet(() -> methods.isEmpty() ? HandOver.COUNTER : methods.get(0));
        List<String> all = results.of(dossier.number(), Locale.ROOT).ready().stream()
                .map(Results.Ready::id)
                .toList();
        return new Entered(
                new HandOver(wished, null, null, all, null, false, Map.of()),
                Map.of("method", wished, "who", HandOver.Who.APPLICANT.name()));
    }

    Entered entered(Dossiers.Summary dossier, Map<String, String> fields, List<String> items, Locale locale) {
        var collector = new HandOver.Collector(
                who(fields.get("who")),
                fields.get("collector.fullName"),
                fields.get("collector.identityNumber"),
                fields.get("collector.authorisation"));
        Map<String, @Nullable Object> answers = returning
                .step(dossier.number())
                .map(step -> OtherQuestions.answers(OtherQuestions.of(step, locale), fields))
                .orElse(Map.of());
        return new Entered(
                new HandOver(
                        fields.get("method"),
                        collector,
                        fields.get("waybill"),
                        items,
                        fields.get("signature"),
                        "on".equals(fields.get("signedOnPaper")),
                        answers),
                fields);
    }

    /** What the procedure asks beside; with what was answered a moment ago. */
    List<OtherQuestions.Question> questions(Dossiers.Summary dossier, Entered entered, Locale locale) {
        return returning.step(dossier.number()).map(step -> OtherQuestions.of(step, locale)).orElse(List.of()).stream()
                .map(question -> entered.fields().containsKey(OtherQuestions.PREFIX + question.path())
                        ? new OtherQuestions.Question(
                                question.path(),
                                question.label(),
                                question.type(),
                                question.options(),
                                entered.field(OtherQuestions.PREFIX + question.path()))
                        : question)
                .toList();
    }

    /** What is to be paid, in words; null where nothing is. */
    @Nullable String fee(Dossiers.Summary dossier, Locale locale) {
        return Content.at(dossier.content(), "fee.amount")
                .filter(amount -> amount instanceof Number number && number.longValue() > 0)
                .map(amount -> messages.getMessage(
                        "dossier.finance." + dossier.finance(),
                        new Object[] {formats.money(((Number) amount).longValue())},
                        locale))
                .orElse(null);
    }

    /** What the page calls a field, and a colon. */
    String question(String field, Locale locale) {
        String name = messages.getMessage("dossier.returns.field." + field, null, "", locale);
        return Objects.requireNonNullElse(name, "").isEmpty() ? "" : name + ": ";
    }

    private static HandOver.@Nullable Who who(@Nullable String name) {
        for (HandOver.Who who : HandOver.Who.values()) {
            if (who.name().equals(name)) {
                return who;
            }
        }
        return null;
    }
}
