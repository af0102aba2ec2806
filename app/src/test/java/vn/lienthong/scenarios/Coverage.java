package vn.lienthong.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.deadline.RungReached;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessRef;

/** Which parts of the procedures the stories have seen, and pages that show it. Pages need nothing but themselves. */
final class Coverage {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /**
     * A story that was told.
     *
     * @param failure why it failed; null when it went as its designer says
     */
    private record Told(
            Scenario story,
            Map<ProcessRef, Set<String>> visited,
            Map<ProcessRef, Set<Rung>> rungs,
            @Nullable String failure) {

        Set<String> in(ProcessRef edition) {
            return visited.getOrDefault(edition, Set.of());
        }

        boolean sees(ProcessRef edition, Rung rung) {
            return rungs.getOrDefault(edition, Set.of()).contains(rung);
        }
    }

    /** @param agency role whose clocks climb it; null when everybody's do */
    private record Rung(
            String level, String at, String to, @Nullable String agency) {}

    private final Catalogue catalogue;
    private final Function<DossierNumber, ProcessRef> processOf;
    private final List<Edition.Rung> usual;
    private final List<Told> told = new ArrayList<>();

    /** @param processOf the edition that a dossier keeps */
    Coverage(Catalogue catalogue, Function<DossierNumber, ProcessRef> processOf) {
        this.catalogue = catalogue;
        this.processOf = processOf;
        this.usual = usual();
    }

    /**
     * A story was told.
     *
     * @param visited flow nodes it passed through
     * @param rungs what it heard of
     * @param failure why it failed; null when it went as its designer says
     */
    void told(
            Scenario story,
            Map<ProcessRef, Set<String>> visited,
            Collection<RungReached> rungs,
            @Nullable String failure) {
        told.add(new Told(
                story,
                visited,
                rungs.stream()
                        .collect(Collectors.groupingBy(
                                rung -> processOf.apply(rung.number()),
                                Collectors.mapping(this::rung, Collectors.toSet()))),
                failure));
    }

    /** What of these editions no story has seen, a sentence each. */
    List<String> gaps(Collection<ProcessRef> editions) {
        List<String> gaps = new ArrayList<>();
        for (ProcessRef edition : editions) {
            Procedure procedure = catalogue.procedure(edition);
            procedure.model().nodes().stream()
                    .filter(node -> through(edition, node.id()).isEmpty())
                    .forEach(node -> gaps.add("%s: chưa kịch bản nào đi qua %s"
                            .formatted(edition, Vocabulary.named(procedure, node.id()))));
            procedure.edition().ladder().stream()
                    .filter(rung -> seeing(edition, rung).isEmpty())
                    .forEach(rung -> gaps.add("%s: chưa kịch bản nào thấy nấc %s %s báo %s của thang riêng%s"
                            .formatted(
                                    edition,
                                    rung.of(),
                                    rung.at(),
                                    rung.to(),
                                    rung.agency() == null ? "" : " (" + rung.agency() + ")")));
        }
        return gaps;
    }

    private Rung rung(RungReached rung) {
        Procedure procedure = catalogue.procedure(processOf.apply(rung.number()));
        String leg = rung.leg();
        String step = rung.step();
        String agency = step != null
                ? procedure
                        .model()
                        .node(step)
                        .map(node -> node.properties().get("agency"))
                        .orElse(null)
                : leg != null
                        ? procedure.edition().leg(leg).map(Edition.Leg::agency).orElse(null)
                        : null;
        String level = rung.level().name();
        boolean own = procedure.edition().ladder().stream()
                .anyMatch(written -> written.of().equals(level) && Objects.equals(agency, written.agency()));
        int space = rung.rung().lastIndexOf(' ');
        return new Rung(level, rung.rung().substring(0, space), rung.rung().substring(space + 1), own ? agency : null);
    }

    private List<Told> through(ProcessRef edition, String element) {
        List<ProcessRef> alike = alike(edition);
        return told.stream()
                .filter(t -> alike.stream().anyMatch(one -> t.in(one).contains(element)))
                .toList();
    }

    /** The editions that have this one's diagram: what was seen of one was seen of all. */
    private List<ProcessRef> alike(ProcessRef edition) {
        byte[] diagram = diagram(edition);
        return catalogue.editions(edition.procedure()).stream()
                .map(day -> new ProcessRef(edition.procedure(), day.toString()))
                .filter(other -> Arrays.equals(diagram, diagram(other)))
                .toList();
    }

    private byte[] diagram(ProcessRef edition) {
        var folder = catalogue.procedure(edition).folder();
        return folder.file(folder.diagram()).orElseThrow();
    }

    private List<Told> seeing(ProcessRef edition, Edition.Rung rung) {
        var wanted = new Rung(rung.of(), rung.at().strip(), rung.to().strip(), rung.agency());
        return told.stream().filter(t -> t.sees(edition, wanted)).toList();
    }

    private static List<Edition.Rung> usual() {
        try (var file = new ClassPathResource("deadline/ladder.yml").getInputStream()) {
            return YAMLMapper.shared().readValue(file, new TypeReference<List<Map<String, String>>>() {}).stream()
                    .map(rung -> new Edition.Rung(
                            String.valueOf(rung.get("at")),
                            String.valueOf(rung.get("of")),
                            String.valueOf(rung.get("to")),
                            String.valueOf(rung.get("does")),
                            null,
                            false))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An overview and a page per edition. */
    void write(Path directory, Collection<ProcessRef> editions) {
        try {
            FileSystemUtils.deleteRecursively(directory);
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("index.html"), overview(editions));
            for (ProcessRef edition : editions) {
                Files.writeString(directory.resolve(file(edition)), page(edition));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(ProcessRef edition) {
        return edition.procedure() + "-" + edition.edition() + ".html";
    }

    private String overview(Collection<ProcessRef> editions) {
        var rows = new StringBuilder();
        for (ProcessRef edition : editions) {
            Procedure procedure = catalogue.procedure(edition);
            List<Told> own = told.stream()
                    .filter(t -> t.story().process().equals(edition))
                    .toList();
            long failed = own.stream().filter(t -> t.failure() != null).count();
            List<ProcessModel.Node> nodes = procedure.model().nodes();
            long passed = nodes.stream()
                    .filter(node -> !through(edition, node.id()).isEmpty())
                    .count();
            List<Edition.Rung> ladder = procedure.edition().ladder();
            long seen = ladder.stream()
                    .filter(rung -> !seeing(edition, rung).isEmpty())
                    .count();
            rows.append("<tr><td><a href=\"%s\">%s</a><br><code>%s</code></td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                    .formatted(
                            file(edition),
                            escaped(procedure.edition().names().vi()),
                            edition,
                            own.size() - failed + " đạt" + (failed == 0 ? "" : ", " + no(failed + " không đạt")),
                            share(passed, nodes.size()),
                            ladder.isEmpty() ? "dùng thang chung" : share(seen, ladder.size())));
        }
        return html("Kịch bản đã kể", """
                <h1>Kịch bản đã kể</h1>
                <p>Mỗi thủ tục được kể bằng kịch bản của người thiết kế trên máy thật, đồng hồ tua nhanh. Bấm vào tên để xem sơ đồ đã tô.
                <span lang="en">Each procedure as its designer's stories saw it; follow a name to its painted diagram.</span></p>
                <div class="wide" tabindex="0" role="region" aria-label="Các thủ tục"><table>
                <thead><tr><th>Thủ tục, ấn bản</th><th>Kịch bản</th><th>Phần tử đã đi qua</th><th>Nấc thang riêng đã thấy</th></tr></thead>
                <tbody>
                %s</tbody></table></div>
                """.formatted(rows));
    }

    private static String share(long part, long whole) {
        String words = part + "/" + whole;
        return part == whole ? "<span class=\"yes\">✓ " + words + "</span>" : no(words);
    }

    private static String no(String words) {
        return "<span class=\"no\">✗ " + words + "</span>";
    }

    private String page(ProcessRef edition) {
        Procedure procedure = catalogue.procedure(edition);
        List<Told> touching =
                told.stream().filter(t -> !t.in(edition).isEmpty()).toList();
        String diagram = Painting.svg(
                procedure.folder().file(procedure.folder().diagram()).orElseThrow(),
                procedure.model(),
                element -> through(edition, element).size());
        return html(procedure.edition().names().vi(), """
                <p><a href="index.html">← Mọi thủ tục</a></p>
                <h1>%s</h1>
                <p><code>%s</code> · %d kịch bản đi qua</p>
                <p class="key"><span class="yes">■ đã đi qua (số: bao nhiêu kịch bản)</span> <span class="no">▨ chưa đi qua</span></p>
                <input type="checkbox" id="fit"><label for="fit">Thu sơ đồ vừa khung</label>
                <div class="diagram" tabindex="0" role="region" aria-label="Sơ đồ">%s</div>
                <h2>Kịch bản</h2>
                %s
                <h2>Thang nhắc việc</h2>
                %s
                <h2>Phần tử</h2>
                %s
                """.formatted(
                        escaped(procedure.edition().names().vi()),
                        edition,
                        touching.size(),
                        diagram,
                        stories(procedure, touching),
                        rungs(procedure, touching),
                        elements(procedure, touching)));
    }

    private String stories(Procedure procedure, List<Told> touching) {
        ProcessRef edition = procedure.edition().ref();
        var list = new StringBuilder("<ol>\n");
        for (Told t : touching) {
            String guest = t.story().process().equals(edition)
                    ? ""
                    : " <small>(của <code>" + t.story().process().procedure() + "</code>)</small>";
            list.append("<li id=\"story-%d\"><details%s><summary>%s%s%s</summary>"
                    .formatted(
                            touching.indexOf(t) + 1,
                            t.failure() == null ? "" : " open",
                            t.failure() == null ? "<span class=\"yes\">✓</span> " : "<span class=\"no\">✗</span> ",
                            escaped(t.story().name()),
                            guest));
            if (t.failure() != null) {
                list.append("<pre>").append(escaped(t.failure().strip())).append("</pre>");
            }
            list.append("<p>")
                    .append(t.in(edition).stream()
                            .map(id -> "<a href=\"#%s\">%s</a>".formatted(id, escaped(words(procedure, id))))
                            .collect(Collectors.joining(" → ")))
                    .append("</p></details></li>\n");
        }
        return list.append("</ol>").toString();
    }

    private String rungs(Procedure procedure, List<Told> touching) {
        ProcessRef edition = procedure.edition().ref();
        List<Edition.Rung> own = procedure.edition().ladder();
        Set<String> replaced = own.stream()
                .filter(rung -> rung.agency() == null)
                .map(Edition.Rung::of)
                .collect(Collectors.toSet());
        Stream<String> rows = Stream.concat(
                own.stream().map(rung -> row(rung, "thang riêng", seeing(edition, rung), touching, true)),
                usual.stream()
                        .filter(rung -> !replaced.contains(rung.of()))
                        .map(rung -> row(rung, "thang chung", seeing(edition, rung), touching, false)));
        return """
                <p>Nấc của thang riêng phải có kịch bản thấy; nấc của thang chung thì không bắt buộc.</p>
                <div class="wide" tabindex="0" role="region" aria-label="Thang nhắc việc"><table>
                <thead><tr><th>Mức</th><th>Khi</th><th>Báo</th><th>Để</th><th>Nguồn</th><th>Kịch bản đã thấy</th></tr></thead>
                <tbody>%s</tbody></table></div>
                """.formatted(rows.collect(Collectors.joining("\n")));
    }

    private static String row(
            Edition.Rung rung, String source, List<Told> seeing, List<Told> touching, boolean required) {
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        rung.of(),
                        escaped(rung.at()),
                        rung.to() + (rung.agency() == null ? "" : " (" + rung.agency() + ")"),
                        rung.does(),
                        source,
                        seeing.isEmpty() && !required ? "–" : numbers(seeing, touching));
    }

    private String elements(Procedure procedure, List<Told> touching) {
        ProcessRef edition = procedure.edition().ref();
        return """
                <div class="wide" tabindex="0" role="region" aria-label="Phần tử"><table>
                <thead><tr><th>Phần tử</th><th>Kịch bản</th></tr></thead><tbody>
                %s
                </tbody></table></div>
                """.formatted(procedure.model().nodes().stream()
                .map(node -> "<tr id=\"%s\"><td>%s<br><code>%s</code></td><td>%s</td></tr>"
                        .formatted(
                                node.id(),
                                escaped(words(procedure, node.id())),
                                node.id(),
                                numbers(through(edition, node.id()), touching)))
                .collect(Collectors.joining("\n")));
    }

    private static String numbers(List<Told> some, List<Told> touching) {
        return some.isEmpty()
                ? no("chưa")
                : some.stream()
                        .map(t -> touching.indexOf(t) + 1)
                        .map(number -> "<a href=\"#story-%d\">%d</a>".formatted(number, number))
                        .collect(Collectors.joining(" "));
    }

    private static String words(Procedure procedure, String element) {
        return procedure.name(element, VIETNAMESE);
    }

    private static String html(String title, String body) {
        return """
                <!doctype html>
                <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                body{font:16px/1.5 system-ui,sans-serif;color:#1d2329;background:#fff;max-width:1240px;margin:0 auto;padding:16px}
                h1{font-size:1.5rem;line-height:1.25;margin:.4em 0}h2{font-size:1.15rem;margin:1.6em 0 .4em}
                a{color:#0b57a4}a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid #0b57a4;outline-offset:2px}
                code{font-size:.85em;color:#4a5560;overflow-wrap:anywhere}
                .yes{color:#17692f}.no{color:#b3261e;font-weight:600}.key span{margin-right:1em;display:inline-block}
                .wide{overflow-x:auto}table{border-collapse:collapse;width:100%%}
                th,td{text-align:left;vertical-align:top;padding:6px 10px;border-bottom:1px solid #d5dbe1}th{background:#f3f5f7}
                tr:target,li:target{background:#fff6d6}
                pre{white-space:pre-wrap;background:#fdeceb;padding:10px;border-left:4px solid #b3261e}
                summary{cursor:pointer;padding:4px 0}ol{padding-left:2em}
                label{margin-left:.4em}
                .diagram{overflow:auto;max-height:80vh;border:1px solid #c4ccd4;margin-top:8px}
                #fit:checked~.diagram svg{width:100%%;height:auto}
                svg{display:block;font-family:inherit}
                .frame{fill:#fff;stroke:#8a949e}.flow{fill:none;stroke:#5b6670;stroke-width:1.3}#tip path{fill:#5b6670}
                .label{font-size:12px;fill:#1d2329}
                .shape{stroke-width:1.6}.thick{stroke-width:3.2}.dashed{stroke-dasharray:4 3}.opened{fill-opacity:.25}
                .seen .shape{fill:#dff3e4;stroke:#17692f}.never .shape{fill:#fbdcd9;stroke:#b3261e;stroke-dasharray:6 3}
                .inner{fill:none;stroke:#5b6670}.mark,.sign{fill:none;stroke:#3a434b}.sign{stroke-width:2.2}.sign .full{fill:#3a434b}
                .count circle{fill:#17692f}.never .count circle{fill:#b3261e}.count text{fill:#fff;font-size:11px;font-weight:700}
                </style></head><body>
                %s
                </body></html>
                """.formatted(escaped(title), body);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
