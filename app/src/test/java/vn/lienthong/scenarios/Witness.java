package vn.lienthong.scenarios;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import vn.lienthong.deadline.RungReached;
import vn.lienthong.document.DocumentFiled;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.workflow.ElementReached;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.ProcessRef;

/** Remembers what the product announced while stories are told. */
@TestComponent
public class Witness {

    private final ProcessModels models;
    private final Map<String, List<ElementReached>> reached = new ConcurrentHashMap<>();
    private final List<DocumentFiled> results = new ArrayList<>();
    private final List<RungReached> rungs = new ArrayList<>();

    Witness(ProcessModels models) {
        this.models = models;
    }

    @EventListener
    void reached(ElementReached event) {
        reached.computeIfAbsent(event.businessKey(), k -> new ArrayList<>()).add(event);
    }

    @EventListener
    void filed(DocumentFiled event) {
        if (event.kind() == DocumentKind.RESULT) {
            results.add(event);
        }
    }

    @EventListener
    void rung(RungReached event) {
        rungs.add(event);
    }

    /** A new story begins: what others did under the same numbers, in a database emptied since, is not its own. */
    void forget() {
        reached.clear();
        results.clear();
        rungs.clear();
    }

    Set<String> elementsOf(String number) {
        Set<String> elements = new LinkedHashSet<>();
        reached.getOrDefault(number, List.of()).forEach(e -> elements.add(e.element()));
        return elements;
    }

    /** Notices sent from a dossier, in order. */
    List<String> noticesOf(String number) {
        List<String> notices = new ArrayList<>();
        for (ElementReached event : reached.getOrDefault(number, List.of())) {
            ProcessModel.Node node = models.of(event.process()).require(event.element());
            if ("${notification.notifyApplicant}".equals(node.attributes().get("delegateExpression"))) {
                notices.add(String.valueOf(node.properties().get("notice")));
            }
        }
        return notices;
    }

    List<String> resultsOf(Collection<String> numbers) {
        return results.stream()
                .filter(r -> numbers.contains(r.dossierNumber()))
                .map(DocumentFiled::code)
                .toList();
    }

    List<RungReached> rungsOf(String root) {
        return rungs.stream().filter(r -> r.root().value().equals(root)).toList();
    }

    /** The flow nodes that the story passed through, in the citizen's dossier and in those of other agencies. */
    Map<ProcessRef, Set<String>> visited() {
        Map<ProcessRef, Set<String>> visited = new LinkedHashMap<>();
        reached.values()
                .forEach(events ->
                        events.forEach(event -> visited.computeIfAbsent(event.process(), p -> new LinkedHashSet<>())
                                .add(event.element())));
        return visited;
    }

    /** Every rung that the story saw. */
    List<RungReached> rungs() {
        return List.copyOf(rungs);
    }
}
