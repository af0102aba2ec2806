package vn.lienthong.document.issuing;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.document.DocumentId;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.document.issuing.ResultPaper.Drawn;
import vn.lienthong.document.issuing.ResultPaper.Given;
import vn.lienthong.document.issuing.ResultPaper.Wanted;
import vn.lienthong.document.print.Facts;
import vn.lienthong.document.signing.Signing;
import vn.lienthong.document.signing.Verifying;
import vn.lienthong.workflow.Action;
import vn.lienthong.workflow.CaseFile;
import vn.lienthong.workflow.ProcessRef;

/**
 * {@code ${document.issueResult}}: files the result that the property {@code result} names. What an official has signed
 * electronically is held against its signature, sealed by the agency and filed as it is; anything else, and what the clerk
 * issues on paper only, is printed for a signature and a seal by hand. A number that the clerk wrote into the form
 * ({@code issuing.<kind>.number}) is kept, otherwise the agency's next is taken. The content learns of it under
 * {@code issued.<result>}. The property {@code numberOf} names a group of fields whose number is the paper's own, such as
 * {@code registration}; {@code signs="unit"} lets the unit head and sign it instead of its agency.
 */
@Component
class IssuingResult implements Action {

    static final String EXPRESSION = "${document.issueResult}";

    private static final Logger log = LoggerFactory.getLogger(IssuingResult.class);

    /** What a clerk chooses as the form of issue. */
    private static final String ON_PAPER = "PAPER";

    /** Results of steps that the engine completes by itself. */
    private static final String SYSTEM = "system";

    private final ObjectProvider<CaseFile> files;
    private final ResultPaper papers;
    private final SigningResult signingResult;
    private final Signing signing;
    private final Verifying verifying;
    private final Documents documents;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final Clock clock;

    IssuingResult(
            ObjectProvider<CaseFile> files,
            ResultPaper papers,
            SigningResult signingResult,
            Signing signing,
            Verifying verifying,
            Documents documents,
            Organisation organisation,
            CurrentCaller caller,
            Clock clock) {
        this.files = files;
        this.papers = papers;
        this.signingResult = signingResult;
        this.signing = signing;
        this.verifying = verifying;
        this.documents = documents;
        this.organisation = organisation;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "document.issueResult";
    }

    @Override
    public void perform(String businessKey, ProcessRef process, String element, Map<String, String> properties) {
        String code = properties.get("result");
        if (code == null) {
            throw new IllegalStateException(process + ": " + element + " does not say which result to issue");
        }
        signingResult.signWhatWasDecided(businessKey, process);
        CaseFile file = files.getObject();
        Map<String, Object> content = file.content(businessKey);
        var wanted = new Wanted(businessKey, process, code, properties, content);
        Drawn result = Filed.in(content, Filed.SIGNED, code)
                .map(signed -> onPaper(wanted) ? papers.draw(wanted, given(signed), null) : sealed(wanted, signed))
                .orElseGet(() -> papers.draw(wanted, null, null));
        String by = caller.find().map(Caller::username).orElse(SYSTEM);
        DocumentId document = documents.store(NewDocument.result(code, result.number(), result.pdf(), businessKey, by));
        file.merge(
                businessKey, new Filed(result.number(), result.on(), document, by).into(content, Filed.ISSUED, code));
        log.info("issued {} of dossier {}", code, businessKey);
    }

    /** What the official signed, with the agency's seal on it; nothing leaves the house that does not hold. */
    private Drawn sealed(Wanted wanted, Filed signed) {
        Unit agency = papers.agency(wanted);
        byte[] paper = documents.content(signed.document());
        verifying.checkBeforeIssue(paper, agency);
        Optional<Signing.Pen> seal = signing.seal(agency);
        if (seal.isPresent()) {
            paper = seal.get().sign(paper, "Phát hành văn bản số " + signed.number(), agency.nameVi(), clock.instant());
            verifying.checkBeforeIssue(paper, agency);
        }
        return new Drawn(signed.number(), signed.on(), agency, "", "", paper);
    }

    private Given given(Filed signed) {
        return new Given(
                signed.number(),
                signed.on(),
                organisation.officer(signed.by()).map(Officer::fullName).orElse(null));
    }

    private static boolean onPaper(Wanted wanted) {
        Facts facts = wanted.facts();
        String field = wanted.result().field("issuing");
        return ON_PAPER.equals(facts.text(facts.has(field) ? field : ResultCode.anyField("issuing")));
    }
}
