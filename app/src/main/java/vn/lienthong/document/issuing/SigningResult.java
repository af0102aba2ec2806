package vn.lienthong.document.issuing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Post;
import vn.lienthong.agency.Unit;
import vn.lienthong.command.InHand;
import vn.lienthong.document.DocumentId;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.document.issuing.ResultPaper.Drawn;
import vn.lienthong.document.issuing.ResultPaper.Given;
import vn.lienthong.document.issuing.ResultPaper.Hand;
import vn.lienthong.document.issuing.ResultPaper.Wanted;
import vn.lienthong.document.signing.Signing;
import vn.lienthong.workflow.CaseFile;
import vn.lienthong.workflow.Feel;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModel.Node;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.StepClosed;
import vn.lienthong.workflow.StepOpened;

/**
 * A step with the property {@code signsResult} is where an official signs: taking its ordinary way on draws up that result
 * with its number and its date, and signs it, in the transaction of the official's click and in nobody else's name. It
 * happens when the next step opens, when registers have given their numbers and scripts have computed. Nothing is sent
 * anywhere: a signature is a few milliseconds of this machine.
 */
@Component
class SigningResult {

    /** Code of the result, or an expression (FEEL) over the content that says which. */
    private static final String SIGNS = "signsResult";

    private static final Logger log = LoggerFactory.getLogger(SigningResult.class);

    private final ProcessModels models;
    private final Feel feel;
    private final ObjectProvider<CaseFile> files;
    private final ResultPaper papers;
    private final Signing signing;
    private final Documents documents;
    private final CurrentCaller caller;
    private final Clock clock;
    private final InHand<Decided> decided = new InHand<>(Decided::new);

    SigningResult(
            ProcessModels models,
            Feel feel,
            ObjectProvider<CaseFile> files,
            ResultPaper papers,
            Signing signing,
            Documents documents,
            CurrentCaller caller,
            Clock clock) {
        this.models = models;
        this.feel = feel;
        this.files = files;
        this.papers = papers;
        this.signing = signing;
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    /** Results that were decided in this transaction and wait for the next step, by dossier. */
    private static final class Decided implements InHand.Pending {

        private final Map<String, String> signs = new HashMap<>();

        @Override
        public void write() {
            signs.keySet().forEach(dossier -> log.warn("nothing followed the signature in dossier {}", dossier));
        }
    }

    @EventListener
    void decided(StepClosed event) {
        String outcome = event.outcome();
        if (outcome == null) {
            return;
        }
        ProcessModel model = models.of(event.process());
        String signs = model.require(event.step()).properties().get(SIGNS);
        if (signs != null
                && model.outcomes(event.step()).stream()
                        .anyMatch(ordinary ->
                                ordinary.isDefault() && ordinary.id().equals(outcome))) {
            decided.get().signs.put(event.businessKey(), signs);
        }
    }

    @EventListener
    void goesOn(StepOpened event) {
        signWhatWasDecided(event.businessKey(), event.process());
    }

    /** Where no clerk stands between the official and the issue, that is the moment. */
    void signWhatWasDecided(String dossier, ProcessRef process) {
        if (models.of(process).nodes().stream().noneMatch(SigningResult::signs)) {
            return;
        }
        String signs = decided.get().signs.remove(dossier);
        if (signs != null) {
            caller.find().ifPresent(official -> sign(official, dossier, process, signs));
        }
    }

    private static boolean signs(Node node) {
        return node.properties().containsKey(SIGNS);
    }

    private void sign(Caller official, String dossier, ProcessRef process, String signs) {
        CaseFile file = files.getObject();
        Map<String, Object> content = file.content(dossier);
        String code = signs.startsWith("=") ? String.valueOf(feel.evaluate(signs, content)) : signs;
        var wanted = new Wanted(dossier, process, code, issuing(process, code).properties(), content);
        Unit agency = papers.agency(wanted);
        signing.official(agency, official).ifPresent(pen -> {
            Instant at = clock.instant();
            var hand = new Hand(official.fullName(), inPlaceOfAnother(official, agency), at);
            Drawn drawn = papers.draw(wanted, again(content, code), hand);
            byte[] signed = pen.sign(drawn.pdf(), drawn.capacity(), drawn.place(), at);
            DocumentId document =
                    documents.store(NewDocument.signed(code, drawn.number(), signed, dossier, official.username()));
            file.merge(
                    dossier,
                    new Filed(drawn.number(), drawn.on(), document, official.username())
                            .into(content, Filed.SIGNED, code));
            log.info("signed {} of dossier {}", code, dossier);
        });
    }

    /** Signed before, sent back, and never issued: it keeps its number, and gets the day of the new signature. */
    private @Nullable Given again(Map<String, Object> content, String code) {
        return Filed.in(content, Filed.SIGNED, code)
                .filter(before -> Filed.in(content, Filed.ISSUED, code)
                        .map(Filed::number)
                        .filter(before.number()::equals)
                        .isEmpty())
                .map(before -> new Given(before.number(), papers.today(), null))
                .orElse(null);
    }

    private static boolean inPlaceOfAnother(Caller official, Unit agency) {
        return official.posts().stream()
                .filter(post -> post.unit().equals(agency.code()))
                .findFirst()
                .map(Post::onBehalfOf)
                .isPresent();
    }

    private Node issuing(ProcessRef process, String code) {
        return models.of(process).nodes().stream()
                .filter(node -> code.equals(node.properties().get("result"))
                        && IssuingResult.EXPRESSION.equals(node.attributes().get("delegateExpression")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(process + ": nothing issues what is signed, " + code));
    }
}
