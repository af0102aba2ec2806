package vn.lienthong.command;

/**
 * One fault as the API and the pages tell it.
 *
 * @param field of the input; on a page the id of the control that the line leads to. Empty when there is none
 * @param code for programs
 * @param message what is wrong and what to do, in the reader's language
 */
public record FieldProblem(String field, String code, String message) {

    /** The same, told at another place. */
    public FieldProblem at(String place) {
        return new FieldProblem(place, code, message);
    }

    /** The same, with words before it that say what was asked. */
    public FieldProblem after(String words) {
        return new FieldProblem(field, code, words + message);
    }
}
