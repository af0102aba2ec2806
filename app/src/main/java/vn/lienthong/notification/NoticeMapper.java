package vn.lienthong.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** What officers are told of on the pages. */
@Mapper
interface NoticeMapper {

    void insert(List<NewNotice> notices);

    /** The step is done; nobody need look at it any more. */
    int over(String task);

    /** Unread ones; no further than {@code most}. */
    int unread(Collection<String> audiences, String username, int most);

    List<Notices.Line> list(Collection<String> audiences, String username, @Nullable Long after, int limit);

    Notices.@Nullable Line find(long id, Collection<String> audiences, String username);

    /** Does nothing when it was read before. */
    void read(long id, String username);

    void readUpTo(long id, String username);

    int forget(Instant before);

    /**
     * @param audiences whom it is laid before
     * @param author whose doing it was, and who need not be told
     */
    record NewNotice(
            String what,
            String root,
            String dossier,
            String procedure,
            String edition,
            @Nullable String step,
            @Nullable String task,
            String detail,
            Instant at,
            Collection<String> audiences,
            String author) {}
}
