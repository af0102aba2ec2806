package vn.lienthong.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierNumber;

/**
 * Something is late from now on. Announced once per clock.
 *
 * @param number the dossier whose clock it is
 * @param root the citizen's dossier that it belongs to
 * @param leg which leg; null at dossier level
 * @param taskId which step; null unless it is one
 * @param unit who owes it
 */
public record DeadlineMissed(
        Level level,
        DossierNumber number,
        DossierNumber root,
        @Nullable String leg,
        @Nullable String taskId,
        String unit,
        Instant dueAt,
        Instant at) {}
