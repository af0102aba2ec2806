package vn.lienthong.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.NotFound;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Reading;
import vn.lienthong.dossier.Timeline;

/**
 * Words that colleagues leave each other with a dossier. They are lines of its history: added, never changed, seen by
 * whoever may see the dossier, and by no citizen.
 */
@Component
public class Commenting {

    static final String EVENT = "task-commented";

    private final Desk desk;
    private final Access access;
    private final Timeline timeline;
    private final Reading reading;
    private final CurrentCaller callers;

    Commenting(Desk desk, Access access, Timeline timeline, Reading reading, CurrentCaller callers) {
        this.desk = desk;
        this.access = access;
        this.timeline = timeline;
        this.reading = reading;
        this.callers = callers;
    }

    /**
     * @param number of a citizen's dossier or of a leg's
     * @throws NotFound when there is no such dossier or the caller may not know of it
     * @throws Forbidden when the caller may only look
     */
    @Transactional
    public void say(DossierNumber number, @Nullable String comment) {
        if (!access.mayRead(callers.get(), number.value())) {
            throw new NotFound("dossier");
        }
        if (!may(number)) {
            throw new Forbidden("not-working-on-it");
        }
        timeline.append(number, EVENT, Map.of("comment", checked(comment)));
    }

    /** Whether the caller may leave words: who works on the dossier, and who supervises those who do. */
    public boolean may(DossierNumber number) {
        Caller caller = callers.get();
        return access.mayWorkOn(caller, number.value())
                || (caller.holds(Duty.SUPERVISOR) || caller.holds(Duty.CENTRE_DIRECTOR))
                        && access.mayRead(caller, number.value());
    }

    /** What was said, the latest first; with a citizen's dossier also what was said with its legs. */
    public List<Reading.EventView> of(DossierNumber number, Locale locale) {
        return reading.timeline(number, locale).stream()
                .filter(event -> event.what().equals(EVENT))
                .toList();
    }

    /** The same about a step, by whoever may open it. */
    @Transactional
    public void sayAtStep(String taskId, @Nullable String comment) {
        Desk.Held held = desk.take(taskId);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("step", held.line().step());
        details.put("comment", checked(comment));
        timeline.append(held.number(), held.actor(), EVENT, details);
    }

    private static String checked(@Nullable String comment) {
        String words = comment == null ? "" : comment.strip();
        FreeText.refuse("comment", words, true);
        return words;
    }
}
