package vn.lienthong.document.issuing;

import java.util.Set;

/**
 * A result as procedures name it, such as {@code funeral-allowance-decision}. Its last word says what kind of paper it
 * is, and with that how it is numbered and where the officers' forms speak of it.
 */
record ResultCode(String value) {

    private static final Set<String> KINDS = Set.of("decision", "notice", "certificate", "extract");

    private String lastWord() {
        return value.substring(value.lastIndexOf('-') + 1);
    }

    /** Kind of number: that of the word, or of an ordinary letter. */
    String numbering() {
        return KINDS.contains(lastWord()) ? lastWord() : "letter";
    }

    /** Where in the content a form of the group speaks of this result: {@code signing.extract}. */
    String field(String group) {
        return group + "." + lastWord();
    }

    /** Where a form speaks of a result that it does not name. */
    static String anyField(String group) {
        return group + ".decision";
    }
}
