package vn.lienthong.worklist;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.procedure.Content;

/** Lists that an officer has named: kept as their address, so that whatever a list can be asked for can be saved. */
@Component
public class SavedFilters {

    static final int MOST = 20;

    private static final int LONGEST_NAME = 60;

    private final SavedFilterMapper mapper;
    private final CurrentCaller callers;

    SavedFilters(SavedFilterMapper mapper, CurrentCaller callers) {
        this.mapper = mapper;
        this.callers = callers;
    }

    /** A list with its name. */
    public record Saved(String id, String name, Filter filter) {}

    /** The caller's own, by name. */
    @Transactional(readOnly = true)
    public List<Saved> mine() {
        return mapper.of(callers.get().username()).stream()
                .map(row -> new Saved(row.id(), row.name(), Filter.ofQuery(row.query())))
                .toList();
    }

    /** With its queue and its order. */
    @Transactional
    public void save(@Nullable String name, Filter filter) {
        String officer = callers.get().username();
        String called = checked(name);
        if (mapper.of(officer).size() >= MOST) {
            throw new InvalidInput(Problem.of("name", "too-many-saved", MOST));
        }
        if (mapper.insert(UUID.randomUUID(), officer, called, filter.query()) == 0) {
            throw new InvalidInput(Problem.of("name", "name-taken"));
        }
    }

    /** @throws NotFound when the caller has none of this id */
    @Transactional
    public void rename(UUID id, @Nullable String name) {
        String officer = callers.get().username();
        String called = checked(name);
        boolean taken = mapper.of(officer).stream()
                .anyMatch(other ->
                        !other.id().equals(id.toString()) && other.name().equalsIgnoreCase(called));
        if (taken) {
            throw new InvalidInput(Problem.of("name", "name-taken"));
        }
        if (mapper.rename(id, officer, called) == 0) {
            throw new NotFound("saved-filter");
        }
    }

    /** Doing it twice is doing it once. */
    @Transactional
    public void delete(UUID id) {
        mapper.delete(id, callers.get().username());
    }

    private static String checked(@Nullable String name) {
        String called = Content.normalised(name == null ? "" : name);
        if (called.isEmpty()) {
            throw new InvalidInput(Problem.of("name", "required"));
        }
        if (called.length() > LONGEST_NAME) {
            throw new InvalidInput(Problem.of("name", "too-long", LONGEST_NAME));
        }
        return called;
    }
}
