package vn.lienthong.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.lienthong.procedure.ProcedureFolder;
import vn.lienthong.procedure.ProcedureReader;
import vn.lienthong.workflow.ProcessRef;

/** A small procedure without a fault, to be spoilt in one place at a time. */
final class Probe {

    private static final Path ROOT = Path.of("src/test/resources/design");
    private static final Pattern DRAWN = Pattern.compile(
            "<(?:startEvent|endEvent|userTask|serviceTask|scriptTask|callActivity|subProcess|\\w+Gateway|"
                    + "intermediateCatchEvent|boundaryEvent|task|manualTask) id=\"([^\"]+)\"");

    private final Map<String, String> files = new TreeMap<>();

    private Probe(String folder) {
        try (var paths = Files.list(ROOT.resolve(folder))) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Probe good() {
        return new Probe("probe");
    }

    Probe with(String file, String what, String by) {
        String text = Objects.requireNonNull(files.get(file), file);
        assertThat(text).as("%s has what is replaced", file).contains(what);
        files.put(file, text.replace(what, by));
        return this;
    }

    Probe without(String file) {
        files.remove(file);
        return this;
    }

    List<Finding> findings() {
        return Verifier.verify(folder("probe", files), new OneNeighbour());
    }

    private static ProcedureFolder folder(String key, Map<String, String> texts) {
        Map<String, byte[]> others = new TreeMap<>();
        Map<String, byte[]> forms = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (name.endsWith(".form")) {
                forms.put(name.replace(".form", ""), text.getBytes(StandardCharsets.UTF_8));
            } else {
                String complete = name.endsWith(".bpmn") ? drawn(text) : text;
                others.put(name, complete.getBytes(StandardCharsets.UTF_8));
            }
        });
        return new ProcedureFolder(new ProcessRef(key, "2026-01-01"), others, forms, Map.of());
    }

    /** A shape for every element, as the modeler writes them; a probe that wants none takes them away by a comment. */
    private static String drawn(String bpmn) {
        if (bpmn.contains("<!-- not drawn -->")) {
            return bpmn;
        }
        var shapes =
                new StringBuilder("<bpmndi:BPMNDiagram xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\">");
        var element = DRAWN.matcher(bpmn);
        while (element.find()) {
            shapes.append("<bpmndi:BPMNShape bpmnElement=\"")
                    .append(element.group(1))
                    .append("\"/>");
        }
        return bpmn.replace("</definitions>", shapes.append("</bpmndi:BPMNDiagram></definitions>"));
    }

    /** Knows the one procedure that the probe calls. */
    private static final class OneNeighbour implements Surroundings {

        private final ProcedureReader.Result read =
                ProcedureReader.read(folder("probe-leg", new Probe("probe-leg").files));

        @Override
        public Optional<Neighbour> procedure(String key) {
            return key.equals("probe-leg")
                    ? Optional.of(
                            new Neighbour(Objects.requireNonNull(read.edition()), Objects.requireNonNull(read.model())))
                    : Optional.empty();
        }

        @Override
        public boolean knowsProcedures() {
            return true;
        }

        @Override
        public boolean knowsRole(String role) {
            return !role.equals("nobodys");
        }

        @Override
        public Set<String> actions() {
            return Set.of("document.issueResult", "file.markReady");
        }
    }
}
