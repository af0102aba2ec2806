package vn.lienthong.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.TimeMachine;

/**
 * The designers' stories, told on the real engine with the real forms and the clock moved. With {@code -Dprocedure=<key>}
 * those of one procedure only.
 */
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosTest {

    @Autowired
    Telling telling;

    @Autowired
    Witness witness;

    @Autowired
    TimeMachine time;

    @AfterAll
    void now() {
        time.reset();
    }

    @TestFactory
    Stream<DynamicTest> every_story_ends_as_its_designer_says() {
        String only = System.getProperty("procedure");
        List<Scenario> all = Scenario.all().stream()
                .filter(story -> only == null || only.equals(story.process().procedure()))
                .toList();
        Stream<DynamicTest> stories =
                all.stream().map(story -> DynamicTest.dynamicTest(story.toString(), () -> telling.tell(story)));
        List<ProcessRef> editions =
                all.stream().map(Scenario::process).distinct().toList();
        DynamicTest coverage = DynamicTest.dynamicTest(
                "together they visit every element of every diagram",
                () -> assertThat(witness.neverVisited(editions)).isEmpty());
        return Stream.concat(stories, Stream.of(coverage));
    }
}
