package vn.lienthong.notification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.audit.NoCommand;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.notification.Notices;

/** What an officer is told of, for programs. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeController {

    private static final int MOST = 200;

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    /**
     * @param unread of all, not of this page; 100 stands for "so many or more"
     * @param next for {@code ?after=}; null on the last page
     */
    record NoticeList(
            List<Notices.Line> items, int unread, @Nullable String next) {}

    @GetMapping
    NoticeList list(
            @RequestParam(required = false) @Nullable Long after, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput(Problem.of("limit", "out-of-range", 1, MOST));
        }
        List<Notices.Line> found = notices.list(after, limit + 1);
        boolean more = found.size() > limit;
        List<Notices.Line> items = more ? found.subList(0, limit) : found;
        return new NoticeList(
                items,
                notices.unread(),
                more ? Long.toString(items.get(limit - 1).id()) : null);
    }

    /** @param upto id of the newest that is read now, and all before it */
    @NoCommand
    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@RequestParam long upto) {
        notices.readUpTo(upto);
    }
}
