package vn.lienthong.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.Remaining;
import vn.lienthong.agency.calendar.WorkingCalendar;
import vn.lienthong.workflow.ProcessRef;

/** Puts lines into words. Everything it needs is remembered in memory: a page costs no further query. */
@Component
class Describing {

    private final Organisation organisation;
    private final Calendars calendars;
    private final Labels labels;
    private final Hands hands;

    Describing(Organisation organisation, Calendars calendars, Labels labels, Hands hands) {
        this.organisation = organisation;
        this.calendars = calendars;
        this.labels = labels;
        this.hands = hands;
    }

    List<Item> all(List<Line> lines, Instant now, Locale locale) {
        return all(lines, Map.of(), now, locale);
    }

    List<Item> all(List<Line> lines, Map<String, Marks> marks, Instant now, Locale locale) {
        return lines.stream()
                .map(line -> one(line, marks.getOrDefault(line.taskId(), Marks.NONE), now, locale))
                .toList();
    }

    Item one(Line line, Marks marks, Instant now, Locale locale) {
        Hands.Holder holder = hands.of(line);
        String officer = holder.officer();
        String step = labels.step(line.process(), line.step(), locale);
        String procedure = labels.procedure(line.process(), locale);
        String unit = organisation.unit(line.unit()).name(locale);
        String assigneeName = officer == null ? null : fullName(officer);
        String forName = holder.onBehalfOf() == null ? null : fullName(holder.onBehalfOf());
        Instant dueAt = line.dueAt();
        if (dueAt == null) {
            return new Item(line, step, procedure, unit, officer, assigneeName, forName, null, null, 0, marks);
        }
        WorkingCalendar calendar = calendars.ofUnit(line.unit());
        Duration left = calendar.workingTime(now, dueAt);
        return new Item(
                line,
                step,
                procedure,
                unit,
                officer,
                assigneeName,
                forName,
                Remaining.between(calendar, now, dueAt),
                left,
                share(left, calendar.workingTime(line.openedAt(), dueAt)),
                marks);
    }

    /** What a leg is called; a step of a dossier that was opened for a leg is called like that dossier's procedure. */
    String leg(ProcessRef process, String leg, Locale locale) {
        return labels.leg(process, leg, locale);
    }

    String fullName(@Nullable String username) {
        return username == null
                ? ""
                : organisation.officer(username).map(Officer::fullName).orElse(username);
    }

    private static int share(Duration left, Duration given) {
        if (left.isNegative() || left.isZero()) {
            return 100;
        }
        Duration used = given.minus(left);
        return used.isNegative() || given.isZero()
                ? 0
                : (int) (100 * used.toSeconds() / Math.max(1, given.toSeconds()));
    }
}
