package vn.lienthong.dossier.returns;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.Forbidden;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.ExternalNumbers;
import vn.lienthong.dossier.IdentityNumber;
import vn.lienthong.dossier.ReturningResults;
import vn.lienthong.procedure.Content;

/** What waits at the caller's desk to be collected. */
@Component
@Transactional(readOnly = true)
class ReturnsQueue {

    static final int PAGE = 40;

    /** More are not counted: nobody works them off today. */
    static final int MOST_COUNTED = 1_000;

    /** The diagrams remind the applicant by then. */
    private static final Duration UNCOLLECTED = Duration.ofDays(30);

    /** Which of them. */
    enum Queue {
        READY,
        UNCOLLECTED,
        PARTLY;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Queue of(@Nullable String key) {
            for (Queue queue : values()) {
                if (queue.key().equals(key)) {
                    return queue;
                }
            }
            return READY;
        }
    }

    /** @param next where the next page begins; null on the last one */
    record Page(List<ReturnsView.Found> lines, @Nullable String next) {}

    private final ReturnsView view;
    private final Dossiers dossiers;
    private final ExternalNumbers externalNumbers;
    private final Access access;
    private final CurrentCaller caller;
    private final Clock clock;

    ReturnsQueue(
            ReturnsView view,
            Dossiers dossiers,
            ExternalNumbers externalNumbers,
            Access access,
            CurrentCaller caller,
            Clock clock) {
        this.view = view;
        this.dossiers = dossiers;
        this.externalNumbers = externalNumbers;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param after the end of the page before, as {@link Page#next} said it */
    Page waiting(Queue queue, @Nullable String after) {
        List<String> desks = desks();
        ReturnsView.Place place = place(after);
        List<ReturnsView.Found> found = switch (queue) {
            case READY -> view.ready(desks, null, place, PAGE + 1);
            case UNCOLLECTED -> view.ready(desks, uncollected(), place, PAGE + 1);
            case PARTLY -> view.partly(desks, place, PAGE + 1);
        };
        if (found.size() <= PAGE) {
            return new Page(found, null);
        }
        ReturnsView.Found last = found.get(PAGE - 1);
        Instant at = last.readyAt() == null ? last.receivedAt() : last.readyAt();
        return new Page(found.subList(0, PAGE), at + "_" + last.number());
    }

    int count(Queue queue) {
        return switch (queue) {
            case READY -> view.count(desks(), null, MOST_COUNTED);
            case UNCOLLECTED -> view.count(desks(), uncollected(), MOST_COUNTED);
            case PARTLY -> 0;
        };
    }

    /** The citizen's dossier whose number, ours or another system's, or the QR code of whose receipt this is. */
    Optional<DossierNumber> scanned(String text) {
        Caller someone = caller.get();
        desks();
        return Stream.concat(
                        ScannedText.number(text).map(DossierNumber::new).stream(),
                        externalNumbers.find(Content.normalised(text)).stream())
                .filter(number -> access.mayRead(someone, number.value()))
                .map(number -> dossiers.get(number).root())
                .findFirst();
    }

    /** By name, with or without its marks, or by identity number. */
    Page named(String text) {
        String words = Content.normalised(text);
        Optional<String> identity = IdentityNumber.in(words);
        return new Page(view.find(desks(), identity.isPresent() ? null : words, identity.orElse(null), PAGE), null);
    }

    private Instant uncollected() {
        return clock.instant().minus(UNCOLLECTED);
    }

    private List<String> desks() {
        List<String> desks = ReturningResults.desksOf(caller.get());
        if (desks.isEmpty()) {
            throw new Forbidden("not-a-returns-officer");
        }
        return desks;
    }

    private static ReturnsView.@Nullable Place place(@Nullable String after) {
        if (after == null || after.indexOf('_') < 0) {
            return null;
        }
        try {
            int at = after.indexOf('_');
            return new ReturnsView.Place(Instant.parse(after.substring(0, at)), after.substring(at + 1));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
