package vn.lienthong.web;

/**
 * A filter in force.
 *
 * @param without address of the same list without this filter
 */
public record Chip(String text, String without) {}
