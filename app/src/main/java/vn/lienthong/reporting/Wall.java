package vn.lienthong.reporting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Post;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Refused;
import vn.lienthong.workflow.EngineClock;

/**
 * What hangs on the wall of the hall: how the agency keeps its promises, and which results can be fetched. Counts and
 * numbers of dossiers only; nothing about anybody.
 */
@Component
@Transactional(readOnly = true)
public class Wall {

    private static final Set<Duty> SHOWING = EnumSet.of(
            Duty.SUPERVISOR,
            Duty.CENTRE_DIRECTOR,
            Duty.AGENCY_HEAD,
            Duty.UNIT_HEAD,
            Duty.RECEPTION_OFFICER,
            Duty.RETURNS_OFFICER);
    private static final Set<Duty> LINKING = EnumSet.of(Duty.SUPERVISOR, Duty.CENTRE_DIRECTOR, Duty.AGENCY_HEAD);

    private static final int READY_SHOWN = 12;
    private static final int SECRET_BYTES = 24;

    private final WallView view;
    private final Organisation organisation;
    private final Calendars calendars;
    private final CurrentCaller callers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Wall(WallView view, Organisation organisation, Calendars calendars, CurrentCaller callers, Clock clock) {
        this.view = view;
        this.organisation = organisation;
        this.calendars = calendars;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * @param ready how many results can be fetched; {@code numbers} are the newest of them
     * @param late dossiers past the promised date
     * @param soon dossiers promised for today or the next working day
     * @param onTimePercent share of this month's results that kept the first promised date; null while there are none
     */
    public record Figures(
            String agency,
            String agencyName,
            Instant at,
            int received,
            int returned,
            int ready,
            int open,
            int late,
            int soon,
            @Nullable Integer onTimePercent,
            List<String> numbers) {}

    /** For an officer of the agency. */
    public Figures show(Locale locale) {
        return figures(agency(SHOWING), locale);
    }

    /** For whoever holds the agency's link. */
    public Figures show(String secret, Locale locale) {
        String agency = view.agencyOf(digest(secret));
        if (agency == null) {
            throw new NotFound("wall");
        }
        return figures(agency, locale);
    }

    /** When the link of the caller's agency was made; null without one. */
    public @Nullable Instant linkedAt() {
        return view.linkedAt(agency(SHOWING));
    }

    public boolean mayLink() {
        return post(LINKING) != null;
    }

    /** Makes a link for a screen that nobody is logged in at. An earlier one opens nothing any more. @return the secret */
    @Transactional
    public String link() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        view.link(agency(LINKING), digest(secret), callers.get().username(), clock.instant());
        return secret;
    }

    /** The link opens nothing any more. */
    @Transactional
    public void unlink() {
        String agency = agency(LINKING);
        if (view.unlink(agency) == 0) {
            throw new Refused("wall-not-linked", Map.of("agency", agency));
        }
    }

    private Figures figures(String agency, Locale locale) {
        Instant now = clock.instant();
        LocalDate today = organisation.today();
        var calendar = calendars.ofUnit(agency);
        String[] units = organisation.subtree(agency).toArray(String[]::new);
        WallView.Numbers numbers = view.numbers(
                units,
                now,
                start(today),
                start(calendar.nextWorkingDay(today).plusDays(1)),
                start(today.withDayOfMonth(1)));
        return new Figures(
                agency,
                organisation.unit(agency).name(locale),
                now,
                numbers.received(),
                numbers.returned(),
                numbers.ready(),
                numbers.open(),
                numbers.late(),
                numbers.soon(),
                numbers.ended() == 0 ? null : Math.round(100f * numbers.onTime() / numbers.ended()),
                view.ready(units, READY_SHOWN));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(EngineClock.ZONE).toInstant();
    }

    private String agency(Set<Duty> duties) {
        Post post = post(duties);
        if (post == null) {
            throw new Forbidden("no-wall");
        }
        return organisation.agencyOf(post.unit());
    }

    private @Nullable Post post(Set<Duty> duties) {
        return callers.get().posts().stream()
                .filter(post -> duties.contains(post.duty()))
                .findFirst()
                .orElse(null);
    }

    private static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
