package vn.lienthong.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Applications for the registration of as many deaths as somebody likes, of four kinds in turn, each of other people. */
final class Applications {

    /** The police alone; with an allowance of the ward; with social insurance; with the ward and the department after it. */
    private static final List<String> KINDS = List.of(
            "01-two-items-morning",
            "03-three-items-social-assistance",
            "04-four-items-social-insurance",
            "05-merit-two-agencies");

    /** One for each digit. */
    private static final List<String> NAMES =
            List.of("An", "Bình", "Châu", "Dung", "Giang", "Hà", "Khánh", "Lan", "Minh", "Nga");

    private Applications() {}

    static JsonNode of(int n) {
        try (InputStream file = Applications.class.getResourceAsStream(
                "/cases/death-registration/" + KINDS.get(n % KINDS.size()) + ".json")) {
            ObjectNode request = (ObjectNode) Officer.JSON.readTree(file).path("request");
            ((ObjectNode) request.path("applicant"))
                    .put("identityNumber", identity("001183", n))
                    .put("fullName", "Nguyễn Thị " + name(n));
            ObjectNode data = (ObjectNode) request.path("data");
            // The installations have the time of the machine.
            ((ObjectNode) data.path("deceased"))
                    .put("identityNumber", identity("001048", n))
                    .put("fullName", "Nguyễn Văn " + name(n))
                    .put("diedAt", OffsetDateTime.now().minusDays(3).toString());
            ((ObjectNode) data.path("deathNotice"))
                    .put("number", n + "/GBT")
                    .put("issuedOn", LocalDate.now().minusDays(2).toString());
            return request;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many agencies work on it besides the ward that registers the death. */
    static int legs(int n) {
        return switch (n % KINDS.size()) {
            case 0 -> 1;
            case 1, 2 -> 2;
            default -> 3;
        };
    }

    private static String identity(String beginning, int n) {
        return beginning + String.format(Locale.ROOT, "%06d", n);
    }

    private static String name(int n) {
        return String.valueOf(n)
                .chars()
                .mapToObj(digit -> NAMES.get(digit - '0'))
                .collect(Collectors.joining(" "));
    }
}
