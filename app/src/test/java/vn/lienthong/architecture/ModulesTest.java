package vn.lienthong.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import vn.lienthong.LienThong;

/** Arrows between modules go one way: each may use those above it in this list, and tells the others by events. */
class ModulesTest {

    private static final List<String> FROM_THE_GROUND_UP = List.of(
            "command",
            "workflow",
            "agency",
            "audit",
            "web",
            "document",
            "procedure",
            "dossier",
            "deadline",
            "interconnection",
            "worklist",
            "notification",
            "citizen",
            "reporting",
            "design",
            "operations",
            "demonstration");

    /** Kept with the documentation; a changed arrow shows as a changed line there. */
    private static final Path MAP = Path.of("..", "docs", "for-developers", "modules.md");

    private static final ApplicationModules MODULES = ApplicationModules.of(LienThong.class);

    @Test
    void modules_use_only_what_others_offer_and_what_they_declare() {
        MODULES.verify();
    }

    @Test
    void arrows_point_to_the_ground() {
        for (ApplicationModule module : MODULES) {
            int height = FROM_THE_GROUND_UP.indexOf(module.getIdentifier().toString());
            assertThat(height)
                    .as("%s has its place in the list", module.getIdentifier())
                    .isNotNegative();
            assertThat(used(module))
                    .as("%s uses only what is below it", module.getIdentifier())
                    .allSatisfy(other ->
                            assertThat(FROM_THE_GROUND_UP.indexOf(other)).isLessThan(height));
        }
    }

    @Test
    void the_map_in_the_documentation_is_the_map_of_the_code() throws IOException {
        String drawn = draw();
        if (System.getProperty("redraw") != null) {
            Files.createDirectories(MAP.getParent());
            Files.writeString(MAP, drawn);
        }

        assertThat(Files.readString(MAP, StandardCharsets.UTF_8))
                .as("redraw it with: mvn test -pl app -am -Dtest=ModulesTest -Dredraw=yes")
                .isEqualTo(drawn);
    }

    @Test
    void the_gate_catches_a_module_that_reaches_into_another() {
        assertThatThrownBy(() -> ApplicationModules.of(
                                "vn.lienthong.architecture.probe", new ImportOption.OnlyIncludeTests())
                        .verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("upper");
    }

    private static String draw() {
        StringBuilder map = new StringBuilder("# Modules\n\nDrawn from the code by `ModulesTest`; do not edit.\n\n"
                + "An arrow reads \"uses\". Nothing points upwards: who is below hears of things as events.\n\n"
                + "```mermaid\nflowchart BT\n");
        for (String name : FROM_THE_GROUND_UP) {
            MODULES.getModuleByName(name)
                    .ifPresent(module -> used(module)
                            .forEach(other -> map.append("    ")
                                    .append(name)
                                    .append(" --> ")
                                    .append(other)
                                    .append('\n')));
        }
        return map.append("```\n").toString();
    }

    private static Set<String> used(ApplicationModule module) {
        return module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(m -> m.getIdentifier().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
