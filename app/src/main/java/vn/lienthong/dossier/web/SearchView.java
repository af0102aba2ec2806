package vn.lienthong.dossier.web;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The list of dossiers as one page shows it. */
@Mapper
interface SearchView {

    /** One dossier of the list; {@code unit} is the unit that received it. */
    record Found(
            String number,
            String procedure,
            String edition,
            int state,
            String applicant,
            String unit,
            Instant receivedAt,
            @Nullable Instant promisedAt,
            @Nullable Instant originalPromisedAt,
            @Nullable Instant stoppedAt) {}

    /** Where the page before ended. */
    record Place(Instant receivedAt, String number) {}

    /**
     * The dossiers, whoever may see them, whose numbers begin like that.
     *
     * @param number beginning of a number, ours or another system's, in any letters
     */
    List<String> numbered(@Param("number") String number, @Param("most") int most);

    /**
     * Newest first.
     *
     * @param units whose dossiers the caller may see
     * @param number as for {@link #numbered}; null for any
     * @param numbers what that found; null when there are too many of them
     * @param name words of an applicant's name, with or without marks, the last one perhaps not whole; null for any
     * @param identity identity number of an applicant, or the beginning of another system's number, which stands in {@code
     *     number} too; null for any
     */
    List<Found> find(
            @Param("units") List<String> units,
            @Param("number") @Nullable String number,
            @Param("numbers") @Nullable List<String> numbers,
            @Param("name") @Nullable String name,
            @Param("identity") @Nullable String identity,
            @Param("after") @Nullable Place after,
            @Param("limit") int limit);
}
