package vn.lienthong.scenarios;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final Map<ProcessRef, Set<String>> visited = new ConcurrentHashMap<>();
    private final Map<String, List<ElementReached>> reached = new ConcurrentHashMap<>();
    private final List<DocumentFiled> results = new ArrayList<>();
    private final List<RungReached> rungs = new ArrayList<>();

    Witness(ProcessModels models) {
        this.models = models;
    }

    @EventListener
    void reached(ElementReached event) {
        visited.computeIfAbsent(event.process(), p -> ConcurrentHashMap.newKeySet())
                .add(event.element());
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

    /** Flow nodes that no story has visited, by edition. */
    Map<String, Set<String>> neverVisited(Collection<ProcessRef> editions) {
        Map<String, Set<String>> never = new TreeMap<>();
        for (ProcessRef edition : editions) {
            Set<String> left = new TreeSet<>();
            models.of(edition).nodes().forEach(n -> left.add(n.id()));
            left.removeAll(visited.getOrDefault(edition, Set.of()));
            if (!left.isEmpty()) {
                never.put(edition.toString(), left);
            }
        }
        return never;
    }
}
