package vn.lienthong.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.document.print.Letterheads;
import vn.lienthong.document.print.Printing;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Catalogue;

/**
 * The account of a date on paper, for the citizen: the same lines as on the page. Printed anew each time, because the
 * ledger goes on; it names no citizen, because it can be had with the receipt alone.
 */
@Component
public class PrintingDeadline {

    private static final List<String> WORDS = List.of(
            "title",
            "received",
            "due",
            "original",
            "provisional",
            "lines",
            "ledger",
            "at",
            "from",
            "to",
            "what",
            "dueThen",
            "by",
            "approvedBy",
            "basis",
            "note");

    private final Explaining explaining;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Letterheads letterheads;
    private final Printing printing;
    private final Telling telling;
    private final Clock clock;

    PrintingDeadline(
            Explaining explaining,
            Dossiers dossiers,
            Catalogue catalogue,
            Letterheads letterheads,
            Printing printing,
            Telling telling,
            Clock clock) {
        this.explaining = explaining;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.letterheads = letterheads;
        this.printing = printing;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * Why the dossier is due when it is, as PDF. Whoever calls answers for who may read it.
     *
     * @throws vn.lienthong.command.NotFound when there is no such dossier
     */
    @Transactional(readOnly = true)
    public byte[] pdf(DossierNumber number, Locale locale) {
        var explanation = explaining.explain(number, locale);
        var dossier = dossiers.get(number);
        Map<String, String> words = WORDS.stream()
                .collect(Collectors.toMap(
                        word -> word,
                        word -> telling.word(
                                "deadline.paper." + word,
                                locale,
                                clock.instant(),
                                dossier.number().value())));
        Map<String, Object> model = new HashMap<>();
        model.put("language", locale.getLanguage());
        model.put("words", words);
        model.put("letterhead", letterheads.ofUnit(dossier.unit(), LocalDate.now(clock)));
        model.put("number", number.value());
        model.put("procedure", catalogue.edition(dossier.process()).names().in(locale));
        model.put("receivedAt", dossier.receivedAt());
        model.put("explanation", explanation);
        return printing.pdf("notes/deadline", model, locale);
    }
}
