package vn.lienthong.design;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.lienthong.command.NotFound;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;

/** What is published: the procedures of the catalogue, the roles of the organisation, the actions of the application. */
final class PublishedSurroundings implements Surroundings {

    private final Catalogue catalogue;
    private final LocalDate on;
    private final Predicate<String> roles;
    private final Set<String> actions;

    /**
     * @param on the day whose editions are meant
     * @param roles whether somebody holds a role
     * @param actions names of the application's actions; empty when unknown
     */
    PublishedSurroundings(Catalogue catalogue, LocalDate on, Predicate<String> roles, Set<String> actions) {
        this.catalogue = catalogue;
        this.on = on;
        this.roles = roles;
        this.actions = Set.copyOf(actions);
    }

    @Override
    public Optional<Neighbour> procedure(String key) {
        try {
            Edition edition = catalogue.edition(key, on);
            return Optional.of(
                    new Neighbour(edition, catalogue.procedure(edition.ref()).model()));
        } catch (NotFound unknown) {
            return Optional.empty();
        }
    }

    @Override
    public boolean knowsProcedures() {
        return true;
    }

    @Override
    public boolean knowsRole(String role) {
        return roles.test(role);
    }

    @Override
    public Set<String> actions() {
        return actions;
    }
}
