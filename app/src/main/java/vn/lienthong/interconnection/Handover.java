package vn.lienthong.interconnection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier handed from one unit to another.
 *
 * @param origin number of the citizen's dossier
 * @param number number of the linked dossier here: the agency's own, or the one by which an agency elsewhere is followed
 * @param peer system that it is sent to; null when it is fetched, or the agency works here
 * @param acknowledgedAt when the receiving unit took it up; until then the sender is responsible
 * @param takeBackAskedAt when a system elsewhere was asked to give it back
 * @param theirNumber number of the dossier at an agency elsewhere
 * @param rounds how often it was returned
 * @param attempts how often it was sent or reminded of
 * @param sent sequence of the last envelope that was sent
 */
public record Handover(
        UUID id,
        String origin,
        String leg,
        String number,
        String fromUnit,
        String toUnit,
        Channel channel,
        @Nullable String peer,
        HandoverState state,
        Instant sentAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant answeredAt,
        @Nullable Instant doneAt,
        @Nullable Instant takeBackAskedAt,
        @Nullable String theirNumber,
        @Nullable String reason,
        int rounds,
        int attempts,
        int sent) {}
