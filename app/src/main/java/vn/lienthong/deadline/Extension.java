package vn.lienthong.deadline;

import org.jspecify.annotations.Nullable;

/**
 * A wish to move a promised date, as somebody wrote it down; anything may be missing or wrong.
 *
 * @param unit of time; working days when nothing is said
 * @param approver username of who is asked to grant it; whoever holds the power when nobody is named. Naming somebody
 *     grants nothing: that person decides, logged in.
 * @param document number of the decision
 */
public record Extension(
        @Nullable Integer amount,
        @Nullable String unit,
        @Nullable String reason,
        @Nullable String approver,
        @Nullable String legalBasis,
        @Nullable String document) {}
