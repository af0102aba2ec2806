package vn.lienthong.design;

import java.util.Optional;
import java.util.Set;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.ProcessModel;

/** What a folder may refer to outside itself. */
public interface Surroundings {

    /** Another procedure as it is now. */
    record Neighbour(Edition edition, ProcessModel model) {}

    /** The procedure of that key; empty when there is none. */
    Optional<Neighbour> procedure(String key);

    /** Whether other procedures are known at all; when not, a folder is looked at on its own. */
    boolean knowsProcedures();

    /** Whether somebody somewhere holds the role. */
    boolean knowsRole(String role);

    /** Names of what service tasks can do, {@code module.verbNoun}; empty when unknown. */
    Set<String> actions();

    /** Nothing is known but the folder. */
    static Surroundings none() {
        return new Surroundings() {
            @Override
            public Optional<Neighbour> procedure(String key) {
                return Optional.empty();
            }

            @Override
            public boolean knowsProcedures() {
                return false;
            }

            @Override
            public boolean knowsRole(String role) {
                return true;
            }

            @Override
            public Set<String> actions() {
                return Set.of();
            }
        };
    }
}
