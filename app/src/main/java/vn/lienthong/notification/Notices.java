package vn.lienthong.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Post;
import vn.lienthong.command.NotFound;

/** What the caller is told of: because it is theirs, or because of a duty they hold at this moment. */
@Component
public class Notices {

    /** Counting stops here: "99+". */
    public static final int MOST = 100;

    /** What is older is history, and stands in the dossier's. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final NoticeMapper notices;
    private final CurrentCaller caller;
    private final Clock clock;

    Notices(NoticeMapper notices, CurrentCaller caller, Clock clock) {
        this.notices = notices;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param root the citizen's dossier
     * @param dossier the one it happened to
     * @param step id of its element in the diagram
     * @param task the open step it is about
     * @param detail a reason, where somebody gave one
     * @param read whether the caller has read it
     */
    public record Line(
            long id,
            String what,
            String root,
            String dossier,
            String procedure,
            String edition,
            @Nullable String step,
            @Nullable String task,
            String detail,
            Instant at,
            boolean read) {}

    /** How many the caller has not read; {@link #MOST} stands for "so many or more". One query. */
    @Transactional(readOnly = true)
    public int unread() {
        Caller me = caller.get();
        return notices.unread(audiences(me), me.username(), MOST);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Line> list(@Nullable Long after, int limit) {
        Caller me = caller.get();
        return notices.list(audiences(me), me.username(), after, limit);
    }

    /** @throws NotFound when there is none of that id that the caller is told of */
    @Transactional
    public Line open(long id) {
        Caller me = caller.get();
        Line line = notices.find(id, audiences(me), me.username());
        if (line == null) {
            throw new NotFound("notice");
        }
        notices.read(id, me.username());
        return line;
    }

    /** @param upto the newest that the caller has in sight; what came since stays unread */
    @Transactional
    public void readUpTo(long upto) {
        notices.readUpTo(upto, caller.get().username());
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "P1D")
    @Transactional
    public void forgetTheOld() {
        notices.forget(clock.instant().minus(KEPT));
    }

    private static List<String> audiences(Caller me) {
        List<String> audiences = new ArrayList<>();
        audiences.add(TellingOfficers.user(me.username()));
        for (Post post : me.posts()) {
            audiences.add(TellingOfficers.post(post.unit(), post.duty()));
        }
        return audiences;
    }
}
