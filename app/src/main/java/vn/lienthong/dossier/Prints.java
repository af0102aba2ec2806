package vn.lienthong.dossier;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.NotFound;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.document.print.Print;
import vn.lienthong.document.print.PrintSets;
import vn.lienthong.document.print.Printing;
import vn.lienthong.procedure.Catalogue;

/**
 * The official papers of a dossier. Each is printed when somebody first asks for it - receiving a dossier must not wait
 * for a printer - and kept from then on, so that everybody has the same sheet.
 */
@Component
public class Prints {

    /** Code of the receipt with the appointment. */
    public static final String RECEIPT = "receipt";

    private static final String SUPPLEMENT_REQUEST = "supplement-request";
    private static final String REFUSAL = "refusal";
    private static final String STOP_NOTICE = "stop-notice";
    private static final String CONTROL_SLIP = "control-slip";
    private static final String FEE_RECEIPT = "fee-receipt";
    private static final String RETURN_SLIP = "return-slip";

    private final Dossiers dossiers;
    private final DossierMapper mapper;
    private final Catalogue catalogue;
    private final CurrentCaller caller;
    private final Documents documents;
    private final Printing printing;
    private final PrintSets sets;
    private final PrintingReceipt receipts;
    private final PrintingRequest requests;
    private final PrintingRefusal refusals;
    private final PrintingStopNotice stopNotices;
    private final PrintingControlSlip controlSlips;
    private final PrintingFeeReceipt feeReceipts;
    private final PrintingReturnSlip returnSlips;

    Prints(
            Dossiers dossiers,
            DossierMapper mapper,
            Catalogue catalogue,
            CurrentCaller caller,
            Documents documents,
            Printing printing,
            PrintSets sets,
            PrintingReceipt receipts,
            PrintingRequest requests,
            PrintingRefusal refusals,
            PrintingStopNotice stopNotices,
            PrintingControlSlip controlSlips,
            PrintingFeeReceipt feeReceipts,
            PrintingReturnSlip returnSlips) {
        this.dossiers = dossiers;
        this.mapper = mapper;
        this.catalogue = catalogue;
        this.caller = caller;
        this.documents = documents;
        this.printing = printing;
        this.sets = sets;
        this.receipts = receipts;
        this.requests = requests;
        this.refusals = refusals;
        this.stopNotices = stopNotices;
        this.controlSlips = controlSlips;
        this.feeReceipts = feeReceipts;
        this.returnSlips = returnSlips;
    }

    /** Prints what the dossier's state calls for and nobody has printed yet. */
    @Transactional
    public void prepare(DossierNumber number) {
        Dossiers.Summary dossier = dossiers.get(number);
        if (dossier.origin() != null || dossier.promisedAt() == null || dossier.isDestroyed()) {
            return;
        }
        Map<String, Supplier<Print>> due = due(dossier);
        if (printed(number).containsAll(due.keySet())) {
            return;
        }
        // One prints; whoever looks at the same moment waits and finds it printed.
        dossiers.current(number);
        Set<String> there = printed(number);
        due.forEach((code, paper) -> {
            if (!there.contains(code)) {
                keep(dossier, code, pdf(dossier, paper.get()));
            }
        });
    }

    /** Codes of the papers that the dossier's state calls for, printed or not. */
    @Transactional(readOnly = true)
    public Set<String> calledFor(DossierNumber number) {
        Dossiers.Summary dossier = dossiers.get(number);
        return dossier.origin() != null || dossier.promisedAt() == null || dossier.isDestroyed()
                ? Set.of()
                : due(dossier).keySet();
    }

    /** Code of the paper that asks the applicant to complete the dossier. */
    public static String supplementRequest(int round) {
        return SUPPLEMENT_REQUEST + "-" + round;
    }

    private Set<String> printed(DossierNumber number) {
        return documents.of(number.value()).stream()
                .filter(d -> d.kind() == DocumentKind.PRINT)
                .map(StoredDocument::code)
                .collect(Collectors.toSet());
    }

    /** The papers that belong to a dossier in its state, by code. */
    private Map<String, Supplier<Print>> due(Dossiers.Summary dossier) {
        Map<String, Supplier<Print>> due = new LinkedHashMap<>();
        due.put(RECEIPT, () -> receipts.receipt(dossier));
        mapper.askedFor(dossier.number().value())
                .forEach(asked -> due.put(supplementRequest(asked.round()), () -> requests.supplement(dossier, asked)));
        boolean stopped = dossier.state() == DossierState.WITHDRAWN || ranOut(dossier);
        boolean refused = dossier.state() == DossierState.NOT_RECEIVED
                || !stopped && dossier.legs().stream().anyMatch(l -> l.founding() && l.state() == LegState.REFUSED);
        if (refused) {
            due.put(REFUSAL, () -> refusals.refusal(dossier));
        }
        if (stopped) {
            due.put(STOP_NOTICE, () -> stopNotices.notice(dossier));
        }
        feeReceipts.taken(dossier).ifPresent(taken -> due.put(FEE_RECEIPT, () -> feeReceipts.receipt(dossier, taken)));
        returnSlips
                .rounds(dossier)
                .forEach(
                        handed -> due.put(RETURN_SLIP + "-" + handed.round(), () -> returnSlips.slip(dossier, handed)));
        if (dossier.state().isFinal()) {
            due.put(CONTROL_SLIP, () -> controlSlips.slip(dossier));
        }
        return due;
    }

    /** The slip of the hand-overs, up to now; kept once the dossier is over. */
    @Transactional(readOnly = true)
    public byte[] controlSlip(DossierNumber number) {
        Dossiers.Summary dossier = dossiers.get(number);
        if (dossier.origin() != null || dossier.promisedAt() == null || dossier.isDestroyed()) {
            throw new NotFound("document");
        }
        return pdf(dossier, controlSlips.slip(dossier));
    }

    /** The applicant did not complete the dossier in time, which the diagram ends at an event of this name. */
    private static boolean ranOut(Dossiers.Summary dossier) {
        String end = dossier.endElement();
        return dossier.state() == DossierState.STOPPED
                && end != null
                && end.toLowerCase(Locale.ROOT).contains("stopped");
    }

    /** The receipt with the appointment, as it was first printed. */
    @Transactional
    public byte[] receipt(DossierNumber number) {
        return kept(number, RECEIPT);
    }

    /** The receipt for a fee that was taken at the counter. */
    @Transactional
    public byte[] feeReceipt(DossierNumber number) {
        return kept(number, FEE_RECEIPT);
    }

    /** @param round the how-manieth time somebody took results */
    @Transactional
    public byte[] returnSlip(DossierNumber number, int round) {
        return kept(number, RETURN_SLIP + "-" + round);
    }

    /**
     * A paper of the dossier as it was first printed.
     *
     * @throws NotFound when its state calls for none
     */
    private byte[] kept(DossierNumber number, String code) {
        prepare(number);
        return documents.of(number.value()).stream()
                .filter(d -> d.kind() == DocumentKind.PRINT && d.code().equals(code))
                .findFirst()
                .map(d -> documents.content(d.id()))
                .orElseThrow(() -> new NotFound("document"));
    }

    /** In the set of forms that the procedure names or else is in use. */
    private byte[] pdf(Dossiers.Summary dossier, Print print) {
        String set = catalogue.edition(dossier.process()).prints().get(print.form());
        return set == null ? printing.print(print) : printing.print(print, sets.of(set));
    }

    private void keep(Dossiers.Summary dossier, String code, byte[] pdf) {
        String by = caller.find().map(c -> c.username()).orElse("system");
        documents.store(NewDocument.print(code, null, pdf, dossier.number().value(), by));
    }
}
