package vn.lienthong.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.operations.consistency.Consistency;
import vn.lienthong.operations.consistency.Finding;
import vn.lienthong.operations.consistency.Question;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.LogLines;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.TimeMachine;

/**
 * The designers' stories, told on the real engine with the real forms and the clock moved; what they passed through is
 * painted in {@code target/scenarios/index.html}. With {@code -Dprocedure=<key>} those of one procedure only, and those of
 * the procedures that it is a leg of.
 */
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosTest {

    private static final Path PAGES = Path.of("target", "scenarios");

    @Autowired
    Telling telling;

    @Autowired
    Witness witness;

    @Autowired
    JdbcClient jdbc;

    private @Nullable People met;

    @Autowired
    TimeMachine time;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Dossiers dossiers;

    @Autowired
    ProblemDetails details;

    @Autowired
    Consistency consistency;

    @Autowired
    Database database;

    @BeforeAll
    void emptyDesks() {
        database.empty();
    }

    @AfterAll
    void now() {
        time.reset();
    }

    @TestFactory
    Stream<DynamicTest> every_story_ends_as_its_designer_says() {
        String only = System.getProperty("procedure");
        List<Scenario.Book> books = Scenario.books().stream()
                .filter(book ->
                        only == null || concerned(only).contains(book.process().procedure()))
                .toList();
        List<ProcessRef> editions = books.stream()
                .map(Scenario.Book::process)
                .filter(process -> only == null || only.equals(process.procedure()))
                .toList();
        var coverage = new Coverage(catalogue, number -> dossiers.get(number).process());

        List<DynamicTest> tests = new ArrayList<>();
        if (editions.isEmpty()) {
            tests.add(DynamicTest.dynamicTest(
                    "there are stories",
                    () -> assertThat(editions)
                            .as("scenarios.yml của thủ tục %s", only)
                            .isNotEmpty()));
        }
        books.forEach(book -> tests.add(DynamicTest.dynamicTest(
                book.process() + ": scenarios.yml is as the schema says",
                () -> assertThat(inWords(book))
                        .as("processes/src/main/resources/procedures/%s/scenarios.yml", book.process())
                        .isEmpty())));
        books.stream()
                .flatMap(book -> book.stories().stream())
                .forEach(story -> tests.add(DynamicTest.dynamicTest(story.toString(), () -> tell(story, coverage))));
        tests.add(DynamicTest.dynamicTest(
                "together they pass through every element of every diagram and see every rung of its own ladder",
                () -> {
                    coverage.write(PAGES, editions);
                    assertThat(coverage.gaps(editions))
                            .as("Xem %s", PAGES.resolve("index.html").toAbsolutePath())
                            .isEmpty();
                }));
        tests.add(DynamicTest.dynamicTest(
                "and leave nothing behind that is lost, doubled or does not fit together",
                () -> assertThat(consistency.check().findings())
                        .filteredOn(finding -> !endsInNobodysHands(finding))
                        .isEmpty()));
        return tests.stream();
    }

    /** What only ever is another procedure's leg is told alone here: the dossier that takes its result is not there. */
    private boolean endsInNobodysHands(Finding finding) {
        return Set.of(Question.STATE_DIFFERS, Question.CLOCK_LEFT).contains(finding.question())
                && catalogue
                        .edition(dossiers.get(new DossierNumber(finding.subject()))
                                .process())
                        .legOnly();
    }

    private void tell(Scenario story, Coverage coverage) {
        try (LogLines log = LogLines.listen()) {
            telling.tell(story);
            Set<String> said = people().ofNewDossiers();
            assertThat(said).as("what is to be looked for").isNotEmpty();
            assertThat(log.lines().stream()
                            .filter(line -> said.stream().anyMatch(line::contains))
                            .limit(5))
                    .as("log lines that name somebody, of " + log.lines().size())
                    .isEmpty();
            coverage.told(story, witness.visited(), witness.rungs(), null);
        } catch (Throwable failure) {
            coverage.told(story, witness.visited(), witness.rungs(), String.valueOf(failure.getMessage()));
            throw failure;
        }
    }

    private People people() {
        if (met == null) {
            met = new People(jdbc);
        }
        return met;
    }

    private List<String> inWords(Scenario.Book book) {
        return details.inWords(book.faults(), Locale.forLanguageTag("vi")).stream()
                .map(fault -> fault.field() + ": " + fault.message())
                .toList();
    }

    /** A procedure and all that call it, since some of its elements are passed through only as their leg. */
    private Set<String> concerned(String procedure) {
        var concerned = new TreeSet<>(Set.of(procedure));
        boolean more = true;
        while (more) {
            more = concerned.addAll(catalogue.all().stream()
                    .map(Procedure::edition)
                    .filter(edition -> edition.legs().stream()
                            .anyMatch(leg -> leg.procedure() != null && concerned.contains(leg.procedure())))
                    .map(edition -> edition.key())
                    .collect(Collectors.toSet()));
        }
        return concerned;
    }
}
