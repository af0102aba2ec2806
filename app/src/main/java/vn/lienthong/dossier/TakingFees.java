package vn.lienthong.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps account of a fee when an officer writes down at a step how it was paid: the money is an axis of its own. */
@Component
class TakingFees {

    static final String EVENT = "fee-taken";
    static final String PAID = "PAID";
    static final String WAIVED = "WAIVED";

    private final OpenFiles files;
    private final Dossiers dossiers;
    private final Fees fees;
    private final Timeline timeline;

    TakingFees(OpenFiles files, Dossiers dossiers, Fees fees, Timeline timeline) {
        this.files = files;
        this.dossiers = dossiers;
        this.fees = fees;
        this.timeline = timeline;
    }

    /** @param data what the officer answered, which the dossier's content has by now */
    void decided(DossierNumber number, Map<String, Object> data, Actor actor) {
        if (!(OnPaper.map(data.get("fee")).get("method") instanceof String method)) {
            return;
        }
        Dossier file = files.open(number);
        long amount = fees.amount(dossiers.current(number)).orElse(0L);
        if (amount == 0 || file.finance().equals(PAID)) {
            return;
        }
        boolean waived = method.equals(WAIVED);
        file.pay(waived ? WAIVED : PAID);
        if (!waived) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("amount", amount);
            details.put("method", method);
            if (OnPaper.map(file.content().get("fee")).get("receiptNumber") instanceof String receipt) {
                details.put("receipt", receipt);
            }
            timeline.append(number, actor, EVENT, details);
        }
    }
}
