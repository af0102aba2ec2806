package vn.lienthong.agency.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Days off and make-up days as published, one per line: {@code date,kind,name,source,confirmed}.
 *
 * <p>{@code calendars/vn-public-service.csv} holds those of the public service of Việt Nam.
 */
public final class PublishedDays {

    private static final String HEADER = "date,kind,name,source,confirmed";

    private PublishedDays() {}

    /** The days of the public service that ship with the product. */
    public static List<Day> ofPublicService() {
        try (var file = PublishedDays.class.getResourceAsStream("/calendars/vn-public-service.csv")) {
            if (file == null) {
                throw new IllegalStateException("calendars/vn-public-service.csv is missing");
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming the line that cannot be read */
    public static List<Day> read(InputStream csv) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))
                .lines()
                .toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("The first line must be " + HEADER);
        }
        var days = new ArrayList<Day>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                days.add(day(i + 1, lines.get(i)));
            }
        }
        return List.copyOf(days);
    }

    private static Day day(int number, String line) {
        var cells = line.split(",", -1);
        if (cells.length != 5) {
            throw new IllegalArgumentException("Line " + number + " has " + cells.length + " cells instead of 5");
        }
        try {
            return new Day(LocalDate.parse(cells[0]), Day.Kind.valueOf(cells[1]), cells[2], cells[3], isYes(cells[4]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Line " + number + ": " + e.getMessage(), e);
        }
    }

    private static boolean isYes(String cell) {
        return switch (cell) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("confirmed is yes or no, not " + cell);
        };
    }
}
