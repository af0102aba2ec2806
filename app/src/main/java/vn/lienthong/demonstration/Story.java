package vn.lienthong.demonstration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dossier and what officers did with it.
 *
 * @param receivedAt {@code <working days before the last one> <HH:mm>}
 * @param by username of the reception officer
 * @param like name of the application that it is like
 * @param with what is different in it
 * @param then in the order of time; what has not come yet is left out
 */
record Story(
        String receivedAt,
        String by,
        String channel,
        String like,
        @Nullable Map<String, Object> with,
        @Nullable List<Event> then) {

    /**
     * @param at {@code <working days after the reception> <HH:mm>}
     * @param leg whose step it is; null for a step of the citizen's dossier
     * @param step id in the diagram
     * @param by username
     * @param take only takes the step; null: does it
     * @param outcome null for the ordinary one
     * @param reason the officer's words
     * @param data answers to the step's form
     */
    record Event(
            String at,
            @Nullable String leg,
            String step,
            String by,
            @Nullable Boolean take,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable Map<String, Object> data) {}

    List<Event> events() {
        return then == null ? List.of() : then;
    }
}
