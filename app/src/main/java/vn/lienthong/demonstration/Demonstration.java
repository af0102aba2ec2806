package vn.lienthong.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.calendar.WorkingCalendar;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.MovableTime;
import vn.lienthong.workflow.Processes;
import vn.lienthong.worklist.Claiming;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.Tasks;

/**
 * Lives the stories of {@code demo/dossiers.yml}: the clock goes back some days, officers receive dossiers and do their steps by the
 * same rules as people, and it is now again. What should have happened and did not is late, as in an office.
 */
@Component
@Profile({"demo", "test"})
public class Demonstration {

    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String CALENDAR_OF = "an-hoa";

    /** Before that hour the last day of the stories is the working day before. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Receiving receiving;
    private final Tasks tasks;
    private final Claiming claiming;
    private final Completing completing;
    private final Processes processes;
    private final Dossiers dossiers;
    private final Calendars calendars;
    private final CurrentCaller caller;
    private final MovableTime time;

    Demonstration(
            Receiving receiving,
            Tasks tasks,
            Claiming claiming,
            Completing completing,
            Processes processes,
            Dossiers dossiers,
            Calendars calendars,
            CurrentCaller caller,
            MovableTime time) {
        this.receiving = receiving;
        this.tasks = tasks;
        this.claiming = claiming;
        this.completing = completing;
        this.processes = processes;
        this.dossiers = dossiers;
        this.calendars = calendars;
        this.caller = caller;
        this.time = time;
    }

    private record Moment(Instant at, Runnable what) {}

    /**
     * @param now where the stories end
     * @return numbers of the dossiers
     */
    public List<DossierNumber> live(Instant now) {
        Stories stories = Stories.read();
        Map<Story, DossierNumber> received = new LinkedHashMap<>();
        List<Moment> moments = moments(stories, now, received);
        try {
            for (Moment moment : moments) {
                time.set(moment.at());
                moment.what().run();
            }
        } finally {
            time.reset();
        }
        log.info("{} dossiers to try things with", received.size());
        return List.copyOf(received.values());
    }

    private List<Moment> moments(Stories stories, Instant now, Map<Story, DossierNumber> received) {
        WorkingCalendar calendar = calendars.ofUnit(CALENDAR_OF);
        LocalDate last = lastDay(calendar, now);
        List<Moment> moments = new ArrayList<>();
        for (Story story : stories.dossiers()) {
            LocalDate day = last;
            for (int i = 0; i < days(story.receivedAt()); i++) {
                day = workingDayBefore(calendar, day);
            }
            LocalDate begun = day;
            moments.add(new Moment(
                    at(begun, story.receivedAt()),
                    () -> received.put(
                            story, caller.as(story.by(), () -> receiving.receive(stories.application(story, begun))))));
            for (Story.Event event : story.events()) {
                LocalDate then = days(event.at()) == 0 ? begun : calendar.plusWorkingDays(begun, days(event.at()));
                moments.add(new Moment(
                        at(then, event.at()), () -> happen(Objects.requireNonNull(received.get(story)), event)));
            }
        }
        return moments.stream()
                .filter(moment -> moment.at().isBefore(now))
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    private void happen(DossierNumber number, Story.Event event) {
        Processes.OpenStep open = processes.openSteps(whose(number, event.leg()).value()).stream()
                .filter(step -> step.step().equals(event.step()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(number + " is not at " + event.step()));
        Map<String, @Nullable Object> data = event.data() == null ? null : new HashMap<>(event.data());
        caller.as(event.by(), () -> {
            if (Boolean.TRUE.equals(event.take())) {
                claiming.claim(open.taskId());
                return null;
            }
            String outcome = event.outcome() == null ? ordinary(open.taskId()) : event.outcome();
            return completing.complete(open.taskId(), outcome, data, event.reason());
        });
    }

    private @Nullable String ordinary(String taskId) {
        return tasks.open(taskId, VIETNAMESE).outcomes().stream()
                .filter(Tasks.Outcome::isDefault)
                .map(Tasks.Outcome::id)
                .findFirst()
                .orElse(null);
    }

    private DossierNumber whose(DossierNumber number, @Nullable String leg) {
        return leg == null
                ? number
                : dossiers.get(number).legs().stream()
                        .filter(one -> one.leg().equals(leg))
                        .map(Leg::number)
                        .filter(Objects::nonNull)
                        .map(DossierNumber::new)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(leg + " of " + number + " has not begun"));
    }

    private static LocalDate lastDay(WorkingCalendar calendar, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, EngineClock.ZONE);
        boolean works = calendar.isWorkingDay(today)
                && !LocalTime.ofInstant(now, EngineClock.ZONE).isBefore(MORNING);
        return works ? today : workingDayBefore(calendar, today);
    }

    private static LocalDate workingDayBefore(WorkingCalendar calendar, LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!calendar.isWorkingDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    private static int days(String at) {
        return Integer.parseInt(at.substring(0, at.indexOf(' ')));
    }

    private static Instant at(LocalDate day, String at) {
        return day.atTime(LocalTime.parse(at.substring(at.indexOf(' ') + 1)))
                .atZone(EngineClock.ZONE)
                .toInstant();
    }
}
