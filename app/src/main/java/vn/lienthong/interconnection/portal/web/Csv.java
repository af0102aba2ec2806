package vn.lienthong.interconnection.portal.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table for spreadsheets, in UTF-8 with the mark by which they know it. What a spreadsheet would take for a formula begins
 * with an apostrophe: some of it comes from another system.
 */
final class Csv {

    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r\n";

    private Csv() {}

    static String of(List<List<String>> rows) {
        return MARK + rows.stream().map(Csv::row).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
    }

    static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
