package vn.lienthong.dossier.returns;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.HandOver;
import vn.lienthong.dossier.Prints;
import vn.lienthong.dossier.Results;
import vn.lienthong.dossier.ReturningResults;

/** The returns desk over HTTP. */
@RestController
@RequestMapping("/api/v1")
class ReturnsController {

    private final ReturnsQueue queue;
    private final ReturningResults returning;
    private final Results results;
    private final Dossiers dossiers;
    private final Prints prints;

    ReturnsController(
            ReturnsQueue queue, ReturningResults returning, Results results, Dossiers dossiers, Prints prints) {
        this.queue = queue;
        this.returning = returning;
        this.results = results;
        this.dossiers = dossiers;
        this.prints = prints;
    }

    /** @param next value of {@code after} for the next page; null on the last one */
    record WaitingList(List<WaitingLine> items, @Nullable String next) {}

    /** @param readyAt null while only a part is there */
    record WaitingLine(
            String number,
            String applicant,
            String procedure,
            String state,
            Instant receivedAt,
            @Nullable Instant promisedAt,
            @Nullable Instant readyAt) {}

    record StandingView(
            String number,
            String state,
            List<Results.Ready> ready,
            List<Results.Later> later,
            List<Results.Taken> taken) {}

    /** @param who APPLICANT or AUTHORISED */
    record CollectorRequest(
            HandOver.@Nullable Who who,
            @Nullable String fullName,
            @Nullable String identityNumber,
            @Nullable String authorisation) {}

    /**
     * @param method COUNTER, POST or ELECTRONIC
     * @param items ids of what is handed over
     * @param signature a PNG image as {@code data:image/png;base64,…}
     * @param data answers to what else the procedure's step asks
     */
    record HandOverRequest(
            @Nullable String method,
            @Nullable CollectorRequest collector,
            @Nullable String waybill,
            @Nullable List<String> items,
            @Nullable String signature,
            @Nullable Boolean signedOnPaper,
            @Nullable Map<String, @Nullable Object> data) {

        HandOver handOver() {
            return new HandOver(
                    method,
                    collector == null
                            ? null
                            : new HandOver.Collector(
                                    collector.who(),
                                    collector.fullName(),
                                    collector.identityNumber(),
                                    collector.authorisation()),
                    waybill,
                    items == null ? List.of() : items,
                    signature,
                    Boolean.TRUE.equals(signedOnPaper),
                    data == null ? Map.of() : data);
        }
    }

    /** @param slip address of the slip to sign */
    record HandedOverView(int round, String slip, StandingView standing) {}

    /**
     * What waits to be collected at the caller's desk.
     *
     * @param q a number, the text of a receipt's QR code, a name or an identity number
     * @param waiting ready, uncollected or partly
     */
    @GetMapping("/returns")
    WaitingList waiting(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "queue", required = false) @Nullable String waiting,
            @RequestParam(required = false) @Nullable String after) {
        ReturnsQueue.Page page = q.isBlank()
                ? queue.waiting(ReturnsQueue.Queue.of(waiting), after)
                : queue.scanned(q).map(this::alone).orElseGet(() -> queue.named(q));
        return new WaitingList(
                page.lines().stream()
                        .map(f -> new WaitingLine(
                                f.number(),
                                f.applicant(),
                                f.procedure(),
                                DossierState.ofCode(f.state()).key(),
                                f.receivedAt(),
                                f.promisedAt(),
                                f.readyAt()))
                        .toList(),
                page.next());
    }

    private ReturnsQueue.Page alone(DossierNumber number) {
        Dossiers.Summary d = dossiers.get(number);
        return new ReturnsQueue.Page(
                List.of(new ReturnsView.Found(
                        number.value(),
                        d.applicant().fullName(),
                        d.applicant().phone(),
                        d.process().procedure(),
                        d.process().edition(),
                        d.state().code(),
                        d.unit(),
                        d.receivedAt(),
                        d.promisedAt(),
                        d.originalPromisedAt(),
                        d.readyAt(),
                        null)),
                null);
    }

    @GetMapping("/dossiers/{number}/returns")
    StandingView standing(@PathVariable String number, Locale locale) {
        return view(returning.look(new DossierNumber(number)).number(), locale);
    }

    /** Hands over results: all of them, or what is there; with the last of them the dossier is done. */
    @PostMapping("/dossiers/{number}/returns")
    @Transactional
    HandedOverView handOver(@PathVariable String number, @RequestBody HandOverRequest request, Locale locale) {
        DossierNumber dossier = returning.look(new DossierNumber(number)).number();
        int round = returning.handOver(dossier, request.handOver());
        return new HandedOverView(
                round, "/api/v1/dossiers/" + dossier + "/returns/" + round + "/slip", view(dossier, locale));
    }

    /** The slip with which the collector confirms it. */
    @GetMapping(path = "/dossiers/{number}/returns/{round}/slip", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] slip(@PathVariable String number, @PathVariable int round) {
        return prints.returnSlip(returning.look(new DossierNumber(number)).number(), round);
    }

    private StandingView view(DossierNumber number, Locale locale) {
        Results.Standing standing = results.of(number, locale);
        return new StandingView(
                number.value(),
                dossiers.get(number).state().key(),
                standing.ready(),
                standing.later(),
                standing.taken());
    }
}
