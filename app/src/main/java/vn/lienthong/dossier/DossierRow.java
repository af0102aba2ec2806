package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dossier as it lies in its table. */
record DossierRow(
        String number,
        String procedure,
        String edition,
        @Nullable String origin,
        @Nullable String originLeg,
        int state,
        String finance,
        String delivery,
        String channel,
        String area,
        String unit,
        List<String> units,
        String applicantName,
        @Nullable String applicantIdentity,
        @Nullable String applicantPhone,
        @Nullable String applicantEmail,
        Map<String, Object> content,
        List<String> visited,
        @Nullable String endElement,
        String secret,
        Instant submittedAt,
        Instant receivedAt,
        @Nullable String receivedBy,
        @Nullable Instant promisedAt,
        @Nullable Instant originalPromisedAt,
        @Nullable Instant readyAt,
        @Nullable Instant finishedAt) {}
