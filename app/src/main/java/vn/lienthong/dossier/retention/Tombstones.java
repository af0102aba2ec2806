package vn.lienthong.dossier.retention;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.dossier.DossierNumber;

/** What is left of dossiers whose content was destroyed. */
@Component
public class Tombstones {

    private final RetentionView view;

    Tombstones(RetentionView view) {
        this.view = view;
    }

    /**
     * @param runBy username of whoever ran it
     * @param source the schedule by which it was destroyed, and for how many years that keeps such a dossier
     * @param files how many there were
     */
    public record Tombstone(Instant destroyedAt, String decision, String runBy, String source, int years, int files) {}

    /** @param root a citizen's dossier */
    @Transactional(readOnly = true)
    public Optional<Tombstone> of(DossierNumber root) {
        return Optional.ofNullable(view.tombstone(root.value()));
    }
}
