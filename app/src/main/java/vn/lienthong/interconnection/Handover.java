package vn.lienthong.interconnection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier handed from one unit to another.
 *
 * @param origin number of the citizen's dossier
 * @param number number of the dossier the receiving agency opened
 * @param acknowledgedAt when the receiving unit took it up; until then the sender is responsible
 */
public record Handover(
        UUID id,
        String origin,
        String leg,
        String number,
        String fromUnit,
        String toUnit,
        HandoverState state,
        Instant sentAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant answeredAt,
        @Nullable Instant doneAt,
        @Nullable String reason,
        int attempts) {}
