package vn.lienthong.agency.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dates that the sample dossiers of the lead procedure promise, from their budgets alone. */
class DeathRegistrationDatesTest {

    /** A leg's budget, and the leg that it waits for. */
    record Leg(Budget budget, String after) {}

    private static final Map<String, Leg> LEGS = Map.of(
            "civil-status", new Leg(Budget.sameDay(LocalTime.of(15, 0)), ""),
            "police", new Leg(Budget.of(5, BudgetUnit.WORKING_DAY), "civil-status"),
            "funeral-allowance", new Leg(Budget.of(5, BudgetUnit.WORKING_DAY), "civil-status"),
            "social-insurance", new Leg(Budget.of(8, BudgetUnit.WORKING_DAY), "civil-status"),
            "home-affairs", new Leg(Budget.of(7, BudgetUnit.WORKING_DAY), "funeral-allowance"));

    private final WorkingCalendar ward = Offices.ward();

    @ParameterizedTest
    @MethodSource("cases")
    void every_leg_and_the_whole_are_promised_as_the_sample_says(String name, JsonNode dossier) {
        var received =
                OffsetDateTime.parse(dossier.at("/receivedAt").asString()).toInstant();
        var due = new HashMap<String, Instant>();
        var expected = new HashMap<String, Instant>();

        for (var leg : dossier.at("/expect/legs")) {
            var id = leg.get("leg").asString();
            var rule = Objects.requireNonNull(LEGS.get(id));
            var start = rule.after.isEmpty()
                    ? Start.received(received)
                    : Start.following(Objects.requireNonNull(due.get(rule.after)));
            due.put(
                    id,
                    DueDates.compute(ward, start, rule.budget, List.of(), List.of())
                            .dueAt());
            expected.put(id, OffsetDateTime.parse(leg.get("dueAt").asString()).toInstant());
        }

        assertThat(due).as(name).isEqualTo(expected);
        assertThat(due.values().stream().max(Instant::compareTo))
                .contains(OffsetDateTime.parse(dossier.at("/expect/promisedAt").asString())
                        .toInstant());
    }

    static Stream<Object[]> cases() {
        var folder = DeathRegistrationDatesTest.class.getResource("/cases/death-registration");
        try (var files = Files.list(Path.of(folder.toURI()))) {
            var found = new ArrayList<Object[]>();
            for (var file : files.sorted().toList()) {
                var dossier = JsonMapper.shared().readTree(Files.readString(file));
                if (dossier.at("/expect/status").asInt() == 201) {
                    found.add(new Object[] {file.getFileName().toString(), dossier});
                }
            }
            assertThat(found).hasSizeGreaterThanOrEqualTo(6);
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
