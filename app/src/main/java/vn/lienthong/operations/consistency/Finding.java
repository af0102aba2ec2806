package vn.lienthong.operations.consistency;

import org.jspecify.annotations.Nullable;

/**
 * A place where the answer to a question is no.
 *
 * @param subject number of a dossier, id of a file, or whatever the question is about
 * @param detail which of its parts, or what is there instead
 */
public record Finding(
        Question question, String subject, @Nullable String detail) {}
