package vn.lienthong.dossier.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.IdentityNumber;

/** Finds the dossiers that the caller may see, by whatever somebody typed: a number, a name, an identity number. */
@Component
class Searching {

    /** Up to so many numbers with the same beginning are looked up one by one. */
    private static final int FEW = 500;

    private final SearchView view;
    private final Access access;
    private final CurrentCaller callers;

    Searching(SearchView view, Access access, CurrentCaller callers) {
        this.view = view;
        this.access = access;
        this.callers = callers;
    }

    /** @param next for the next page; null on the last one */
    record Page(List<SearchView.Found> lines, @Nullable String next) {}

    /** Whether the caller may gather what is held about a person who asks. */
    boolean mayGather() {
        Caller who = callers.get();
        return Access.GATHERING.stream().anyMatch(who::holds);
    }

    /** The dossier whose whole number this is. */
    Optional<DossierNumber> exactly(String words) {
        return looksLikeNumber(words) && access.mayRead(callers.get(), words)
                ? Optional.of(new DossierNumber(words))
                : Optional.empty();
    }

    /**
     * Newest first.
     *
     * @param words a beginning of our number or of another system's, words of an applicant's name with or without their marks,
     *     or an identity number; empty for all
     * @param after the end of the page before, as {@link Page#next} said it
     */
    @Transactional(readOnly = true)
    public Page find(String words, @Nullable String after, int limit) {
        List<String> units = access.unitsOf(callers.get());
        if (units.isEmpty()) {
            return new Page(List.of(), null);
        }
        Optional<String> identity = IdentityNumber.in(words);
        String number = identity.orElse(looksLikeNumber(words) ? words : null);
        List<SearchView.Found> found = view.find(
                units,
                number,
                number == null ? null : few(view.numbered(number, FEW + 1)),
                number != null || words.isEmpty() ? null : words,
                identity.orElse(null),
                place(after),
                limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        SearchView.Found last = found.get(limit - 1);
        return new Page(found.subList(0, limit), last.receivedAt() + "_" + last.number());
    }

    private static @Nullable List<String> few(List<String> numbers) {
        return numbers.size() > FEW ? null : numbers;
    }

    /** In one word and with a digit: no name is like that. */
    private static boolean looksLikeNumber(String words) {
        return words.matches("[\\w./-]*\\d[\\w./-]*");
    }

    private static SearchView.@Nullable Place place(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        try {
            int at = after.indexOf('_');
            return new SearchView.Place(Instant.parse(after.substring(0, Math.max(0, at))), after.substring(at + 1));
        } catch (DateTimeException e) {
            throw new InvalidInput(Problem.of("after", "malformed"));
        }
    }
}
