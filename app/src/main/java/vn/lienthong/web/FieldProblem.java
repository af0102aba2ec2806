package vn.lienthong.web;

/**
 * A fault as the error summary shows it.
 *
 * @param field id of the control that the line leads to; empty when there is none
 * @param message what is wrong and what to do, in the reader's language
 */
public record FieldProblem(String field, String message) {}
