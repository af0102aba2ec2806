package vn.lienthong.dossier;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/** Dossiers over HTTP. */
@RestController
@RequestMapping("/api/v1/dossiers")
class DossierController {

    private final Receiving receiving;
    private final Reading reading;
    private final Supplements supplements;
    private final Withdrawing withdrawing;
    private final AnsweringDraft draft;
    private final ProvingPayment payment;
    private final Prints prints;
    private final Visits visits;
    private final TurningAway turningAway;
    private final Revealing revealing;

    DossierController(
            Receiving receiving,
            Reading reading,
            Supplements supplements,
            Withdrawing withdrawing,
            AnsweringDraft draft,
            ProvingPayment payment,
            Prints prints,
            Visits visits,
            TurningAway turningAway,
            Revealing revealing) {
        this.receiving = receiving;
        this.reading = reading;
        this.supplements = supplements;
        this.withdrawing = withdrawing;
        this.draft = draft;
        this.payment = payment;
        this.prints = prints;
        this.visits = visits;
        this.turningAway = turningAway;
        this.revealing = revealing;
    }

    record PaperRequest(
            @Nullable String code,
            @Nullable String form,
            @Nullable Integer copies,
            @Nullable String document) {}

    /**
     * Whatever the caller sent; the procedure says what is wrong with it.
     *
     * @param intake who helped to file it online (helper), or how the post brought it (waybill, arrivedOn)
     * @param visit the visit on whose receipt it is to stand
     */
    record ReceiveRequest(
            @Nullable String procedure,
            @Nullable Object channel,
            @Nullable Object applicant,
            @Nullable Object data,
            @Nullable Object papers,
            @Nullable Object intake,
            @Nullable UUID visit) {

        Application application() {
            return new Application(procedure, channel, applicant, data, papers, intake);
        }
    }

    /**
     * An application that is not taken up.
     *
     * @param reason for which it is refused rather than completed
     */
    record RefusalRequest(
            @Nullable String procedure,
            @Nullable Object channel,
            @Nullable Object applicant,
            @Nullable Object data,
            @Nullable Object papers,
            @Nullable String reason) {}

    /** @param slip address of form 03 */
    record RefusalView(UUID refusal, String slip) {}

    record SupplementRequestRequest(
            @Nullable String reason, @Nullable List<String> papers) {}

    record SupplementRequest(
            @Nullable List<PaperRequest> papers, @Nullable Map<String, Object> data) {}

    record DraftAnswer(boolean confirmed, @Nullable String note) {}

    record PaymentProof(@Nullable String receipt) {}

    record RevealRequest(@Nullable String reason) {}

    record WithdrawalRequest(@Nullable String reason) {}

    @PostMapping
    @Transactional
    ResponseEntity<Reading.DossierView> receive(@RequestBody ReceiveRequest request, Locale locale) {
        DossierNumber number = receiving.receive(request.application());
        if (request.visit() != null) {
            visits.join(request.visit(), number);
        }
        return ResponseEntity.created(URI.create("/api/v1/dossiers/" + number.value()))
                .body(reading.dossier(number, locale));
    }

    @GetMapping("/{number}")
    Reading.DossierView dossier(@PathVariable String number, Locale locale) {
        return reading.dossier(new DossierNumber(number), locale);
    }

    /**
     * The same with numbers and addresses of people whole, for an onlooker who says why; it stands in the dossier's history.
     */
    @PostMapping("/{number}/personal-data")
    @Transactional
    Reading.DossierView reveal(@PathVariable String number, @RequestBody RevealRequest request, Locale locale) {
        var dossier = new DossierNumber(number);
        revealing.reveal(dossier, request.reason() == null ? "" : request.reason());
        return reading.whole(dossier, locale);
    }

    /** The receipt with the appointment, as a PDF. */
    @GetMapping(path = "/{number}/receipt", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] receipt(@PathVariable String number, Locale locale) {
        reading.dossier(new DossierNumber(number), locale);
        return prints.receipt(new DossierNumber(number));
    }

    /** The receipt for a fee that was taken at the counter. */
    @GetMapping(path = "/{number}/fee-receipt", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] feeReceipt(@PathVariable String number, Locale locale) {
        reading.dossier(new DossierNumber(number), locale);
        return prints.feeReceipt(new DossierNumber(number));
    }

    /** The request to complete an application that cannot be received as it is (form 02); stores nothing. */
    @PostMapping(path = "/completion-requests", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] completionRequest(@RequestBody ReceiveRequest request) {
        return receiving.whatIsMissing(request.application());
    }

    /** An application that the counter refuses (form 03): there is no dossier of it, but the refusal is on record. */
    @PostMapping("/refusals")
    ResponseEntity<RefusalView> refuse(@RequestBody RefusalRequest request) {
        UUID refusal = turningAway.turnAway(
                new Application(
                        request.procedure(), request.channel(), request.applicant(), request.data(), request.papers()),
                request.reason() == null ? "" : request.reason());
        String slip = "/api/v1/dossiers/refusals/" + refusal;
        return ResponseEntity.created(URI.create(slip)).body(new RefusalView(refusal, slip));
    }

    @GetMapping(path = "/refusals/{refusal}", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] refusal(@PathVariable UUID refusal) {
        return turningAway.slip(refusal);
    }

    @GetMapping("/{number}/timeline")
    List<Reading.EventView> timeline(@PathVariable String number, Locale locale) {
        return reading.timeline(new DossierNumber(number), locale);
    }

    @PostMapping("/{number}/supplement-requests")
    @Transactional
    Reading.DossierView requestSupplement(
            @PathVariable String number, @RequestBody SupplementRequestRequest request, Locale locale) {
        supplements.request(
                new DossierNumber(number),
                request.reason() == null ? "" : request.reason(),
                request.papers() == null ? List.of() : request.papers());
        return reading.dossier(new DossierNumber(number), locale);
    }

    @PostMapping("/{number}/supplements")
    @Transactional
    Reading.DossierView supplement(@PathVariable String number, @RequestBody SupplementRequest request, Locale locale) {
        List<Problem> problems = new ArrayList<>();
        List<Paper> papers = papers(request.papers(), problems);
        InvalidInput.ifAny(problems);
        supplements.receive(new DossierNumber(number), papers, request.data() == null ? Map.of() : request.data());
        return reading.dossier(new DossierNumber(number), locale);
    }

    @PostMapping("/{number}/withdrawal")
    @Transactional
    Reading.DossierView withdraw(@PathVariable String number, @RequestBody WithdrawalRequest request, Locale locale) {
        withdrawing.withdraw(new DossierNumber(number), request.reason() == null ? "" : request.reason());
        return reading.dossier(new DossierNumber(number), locale);
    }

    /** The applicant's answer to the draft of the result; silence is an answer too, after a while. */
    @PostMapping("/{number}/draft-answers")
    @Transactional
    Reading.DossierView answerDraft(@PathVariable String number, @RequestBody DraftAnswer answer, Locale locale) {
        draft.answer(new DossierNumber(number), answer.confirmed(), answer.note() == null ? "" : answer.note());
        return reading.dossier(new DossierNumber(number), locale);
    }

    /** The applicant has paid what the notice says; the clocks go on. */
    @PostMapping("/{number}/payment-proofs")
    @Transactional
    Reading.DossierView provePayment(@PathVariable String number, @RequestBody PaymentProof proof, Locale locale) {
        payment.prove(new DossierNumber(number), proof.receipt() == null ? "" : proof.receipt());
        return reading.dossier(new DossierNumber(number), locale);
    }

    private static List<Paper> papers(@Nullable List<PaperRequest> requested, List<Problem> problems) {
        List<Paper> papers = new ArrayList<>();
        List<PaperRequest> all = requested == null ? List.of() : requested;
        for (int i = 0; i < all.size(); i++) {
            PaperRequest paper = all.get(i);
            String code = paper == null ? null : paper.code();
            if (code == null || code.isBlank()) {
                problems.add(Problem.of("papers[" + i + "].code", "required"));
            } else {
                papers.add(new Paper(
                        code,
                        paper.form() == null ? "COPY" : paper.form(),
                        paper.copies() == null ? 1 : paper.copies(),
                        paper.document()));
            }
        }
        return papers;
    }
}
