package vn.lienthong.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** House rules that a reviewer would otherwise have to repeat. */
class HabitsTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.lienthong");

    private static final JavaClasses PROBES = new ClassFileImporter().importClasses(Probe.class);

    private static final ArchRule ONLY_WORKFLOW_KNOWS_CAMUNDA = noClasses()
            .that()
            .resideOutsideOfPackage("vn.lienthong.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    private static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static final ArchRule NOTHING_IS_CALLED_HELPER = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("ServiceImpl")
            .orShould()
            .haveSimpleNameEndingWith("Dto");

    private static final ArchRule MAPPERS_ARE_THEIR_MODULES_OWN = classes()
            .that()
            .areAnnotatedWith("org.apache.ibatis.annotations.Mapper")
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @Test
    void only_workflow_knows_camunda() {
        ONLY_WORKFLOW_KNOWS_CAMUNDA.check(PRODUCT);
    }

    @Test
    void time_comes_from_the_clock() {
        TIME_COMES_FROM_THE_CLOCK.check(PRODUCT);
    }

    @Test
    void nothing_is_called_helper() {
        NOTHING_IS_CALLED_HELPER.check(PRODUCT);
    }

    @Test
    void mappers_are_their_modules_own() {
        MAPPERS_ARE_THEIR_MODULES_OWN.check(PRODUCT);
    }

    @Test
    void the_gates_catch_a_probe_that_breaks_them() {
        assertThatThrownBy(() -> ONLY_WORKFLOW_KNOWS_CAMUNDA.check(PROBES)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> TIME_COMES_FROM_THE_CLOCK.check(PROBES)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() ->
                        NOTHING_IS_CALLED_HELPER.check(new ClassFileImporter().importClasses(Probe.ProbeHelper.class)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> MAPPERS_ARE_THEIR_MODULES_OWN.check(
                        new ClassFileImporter().importClasses(Probe.PublicMapper.class)))
                .isInstanceOf(AssertionError.class);
    }

    /** Breaks every rule once. */
    @SuppressWarnings("JavaTimeDefaultTimeZone")
    static final class Probe {
        final org.camunda.bpm.engine.@org.jspecify.annotations.Nullable ProcessEngine engine = null;
        final LocalDate today = LocalDate.now();

        static final class ProbeHelper {}

        @org.apache.ibatis.annotations.Mapper
        public interface PublicMapper {}
    }
}
