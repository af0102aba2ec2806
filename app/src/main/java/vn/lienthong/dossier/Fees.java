package vn.lienthong.dossier;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.document.print.PaperFormat;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Computing;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.Names;
import vn.lienthong.procedure.ScriptRefused;
import vn.lienthong.workflow.EngineClock;

/** What is to be paid for a dossier. */
@Component
class Fees {

    private static final Logger log = LoggerFactory.getLogger(Fees.class);

    private final PaperFormat format = new PaperFormat();
    private final Catalogue catalogue;
    private final Computing computing;
    private final OnPaper onPaper;

    Fees(Catalogue catalogue, Computing computing, OnPaper onPaper) {
        this.catalogue = catalogue;
        this.computing = computing;
        this.onPaper = onPaper;
    }

    /**
     * In đồng, worked out for the day of reception when no step has done so yet.
     *
     * @return empty where that cannot be said; zero where nothing is to be paid
     */
    Optional<Long> amount(Dossiers.Summary dossier) {
        Edition.Fee fee = catalogue.edition(dossier.process()).fee();
        if (fee == null) {
            return Optional.of(0L);
        }
        Object amount = OnPaper.map(dossier.content().get("fee")).get("amount");
        String script = fee.script();
        if (amount == null && script != null) {
            amount = computed(dossier, script);
        } else if (amount == null) {
            amount = fee.amount();
        }
        return amount instanceof Number dong ? Optional.of(dong.longValue()) : Optional.empty();
    }

    /** The sum and what it is for; null where the sum cannot be said. */
    @Nullable String words(Dossiers.Summary dossier) {
        return amount(dossier)
                .map(dong -> dong == 0
                        ? onPaper.word("dossier.print.no-fee")
                        : format.money(dong)
                                + name(dossier).map(name -> " (" + name + ")").orElse(""))
                .orElse(null);
    }

    Optional<String> name(Dossiers.Summary dossier) {
        return Optional.ofNullable(catalogue.edition(dossier.process()).fee())
                .map(Edition.Fee::names)
                .map(Names::vi);
    }

    private @Nullable Object computed(Dossiers.Summary dossier, String script) {
        try {
            Object result = computing.run(
                    dossier.process(),
                    script,
                    Map.of(
                            "dossier",
                            dossier.content(),
                            "on",
                            dossier.receivedAt().atZone(EngineClock.ZONE).toLocalDate()));
            return result instanceof Map<?, ?> map && map.get("fee") instanceof Map<?, ?> fee
                    ? fee.get("amount")
                    : null;
        } catch (ScriptRefused e) {
            // The step that computes it will say so to an officer; the receipt is handed out all the same.
            log.warn("no fee on the receipt of {}: {}", dossier.number(), script);
            return null;
        }
    }
}
