package vn.lienthong.deadline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierNumber;

/**
 * A clock climbed a rung of its ladder, and somebody is to hear of it. Announced once per clock and rung.
 *
 * @param escalation id of the escalation on the board
 * @param escalationLevel 1 for the officer who has the step, up to 4 for the centre's director
 * @param number the dossier whose clock it is
 * @param root the citizen's dossier that it belongs to
 * @param leg which leg; null at dossier level
 * @param taskId which step; null unless it is one
 * @param step id of its element in the diagram
 * @param rung what the ladder says: when, and to whom
 * @param does what is expected of whom it is addressed to
 * @param unit the unit it is addressed to
 * @param officers usernames; empty when nobody holds the duty there today
 */
public record RungReached(
        long escalation,
        int escalationLevel,
        Level level,
        DossierNumber number,
        DossierNumber root,
        @Nullable String leg,
        @Nullable String taskId,
        @Nullable String step,
        String rung,
        Does does,
        String unit,
        List<String> officers,
        Instant dueAt,
        Instant at) {}
