package vn.lienthong.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands on top of every page about a dossier.
 *
 * @param procedure name in the reader's language
 * @param edition day the procedure's edition took effect
 * @param state on-time, due-soon, late, paused or none
 * @param stateText state of the dossier in words
 * @param due what the citizen was promised
 */
public record IdentityBar(
        String number,
        String applicant,
        String procedure,
        LocalDate edition,
        String state,
        String stateText,
        @Nullable DueCell due) {}
