package vn.lienthong.interconnection.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the receiver of an envelope answers once it lies safely in its database. From then on the receiver is responsible.
 *
 * @param number of the dossier that was opened for it, when that is known at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        UUID envelope,
        UUID handover,
        Instant receivedAt,
        @Nullable String number) {}
