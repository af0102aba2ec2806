package vn.lienthong.worklist.prints;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.document.DocumentFiled;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.dossier.DossierMoved;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierReceived;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Prints;
import vn.lienthong.dossier.SupplementRequested;

/**
 * Puts papers into the queue in the transaction that calls for them. Most of them are written only when somebody first
 * looks at them or prints them; results, and letters of apology, when they are filed.
 */
@Component
class CallingForPrints {

    /** Not what was handed in, nor what is signed and not issued yet. */
    private static final Set<DocumentKind> PRINTED = EnumSet.of(DocumentKind.PRINT, DocumentKind.RESULT);

    /** Papers for officers, not for the citizen. */
    private static final Set<String> INTERNAL = Set.of("control-slip");

    private final SheetMapper sheets;
    private final Dossiers dossiers;
    private final Prints prints;

    CallingForPrints(SheetMapper sheets, Dossiers dossiers, Prints prints) {
        this.sheets = sheets;
        this.dossiers = dossiers;
        this.prints = prints;
    }

    @EventListener
    void received(DossierReceived received) {
        if (received.origin() == null) {
            callFor(
                    dossiers.current(received.number()),
                    DocumentKind.PRINT,
                    Prints.RECEIPT,
                    null,
                    received.receivedAt());
        }
    }

    @EventListener
    void asked(SupplementRequested asked) {
        callFor(
                dossiers.current(asked.number()),
                DocumentKind.PRINT,
                Prints.supplementRequest(asked.round()),
                null,
                asked.at());
    }

    @EventListener
    void moved(DossierMoved moved) {
        if (moved.to().isFinal()) {
            Dossiers.Summary dossier = dossiers.current(moved.number());
            prints.calledFor(moved.number())
                    .forEach(code -> callFor(dossier, DocumentKind.PRINT, code, null, moved.at()));
        }
    }

    @EventListener
    void filed(DocumentFiled filed) {
        if (PRINTED.contains(filed.kind())) {
            dossiers.find(new DossierNumber(filed.dossierNumber()))
                    .ifPresent(dossier -> callFor(
                            dossier, filed.kind(), filed.code(), filed.id().toString(), filed.at()));
        }
    }

    private void callFor(
            Dossiers.Summary dossier, DocumentKind kind, String code, @Nullable String document, Instant at) {
        if (INTERNAL.contains(code)) {
            return;
        }
        Dossiers.Summary citizens = dossier.origin() == null
                ? dossier
                : dossiers.find(dossier.root()).orElse(dossier);
        sheets.callFor(
                dossier.number().value(),
                kind.name(),
                code,
                citizens.unit(),
                citizens.applicant().fullName(),
                dossier.process().procedure(),
                dossier.process().edition(),
                document,
                at);
    }
}
