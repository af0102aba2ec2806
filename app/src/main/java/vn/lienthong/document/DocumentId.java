package vn.lienthong.document;

import java.util.UUID;

/** Identifies one stored document; it cannot be guessed, but it opens nothing by itself. */
public record DocumentId(UUID value) {

    static DocumentId fresh() {
        return new DocumentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
