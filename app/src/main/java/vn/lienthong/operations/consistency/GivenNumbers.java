package vn.lienthong.operations.consistency;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Organisation;
import vn.lienthong.document.Numbering;
import vn.lienthong.operations.consistency.ConsistencyView.Borne;

/** Whether every number that was given out is borne by something, and by one dossier. */
@Component
class GivenNumbers {

    private final ConsistencyView view;
    private final Numbering numbering;
    private final Organisation organisation;

    GivenNumbers(ConsistencyView view, Numbering numbering, Organisation organisation) {
        this.view = view;
        this.numbering = numbering;
        this.organisation = organisation;
    }

    private record Number(String agency, String text) {}

    private record Paper(Number number, String kind) {}

    /**
     * What bears numbers.
     *
     * @param numbers whatever some agency's part of a dossier bears or quotes
     * @param papers the citizens' dossiers to which papers of each kind and number belong
     */
    private record Bearers(Set<String> dossiers, Set<Number> numbers, Map<Paper, Set<String>> papers) {}

    /** @return how many numbers were given out */
    long check(Consumer<Finding> findings) {
        Bearers bearers = read();
        Set<Number> ofPapers = new HashSet<>();
        long given = 0;
        for (Numbering.Sequence sequence : numbering.sequences()) {
            if (sequence.isOfDossiers()) {
                ofDossiers(sequence, bearers, findings);
            } else {
                ofPapers.addAll(ofPapers(sequence, bearers, findings));
            }
            given += sequence.last();
        }
        bearers.papers().forEach((paper, dossiers) -> {
            if (dossiers.size() > 1 && ofPapers.contains(paper.number())) {
                findings.accept(
                        new Finding(Question.NUMBER_DOUBLED, paper.number().text(), String.join(", ", dossiers)));
            }
        });
        return given;
    }

    private static void ofDossiers(Numbering.Sequence sequence, Bearers bearers, Consumer<Finding> findings) {
        for (long n = 1; n <= sequence.last(); n++) {
            if (!bearers.dossiers().contains(sequence.number(n))) {
                findings.accept(new Finding(Question.NUMBER_MISSING, sequence.number(n), name(sequence)));
            }
        }
        String next = sequence.number(sequence.last() + 1);
        if (bearers.dossiers().contains(next)) {
            findings.accept(new Finding(Question.NUMBER_BEHIND, next, name(sequence)));
        }
    }

    private static Set<Number> ofPapers(Numbering.Sequence sequence, Bearers bearers, Consumer<Finding> findings) {
        Set<Number> given = new HashSet<>();
        for (long n = 1; n <= sequence.last(); n++) {
            var number = new Number(sequence.scope(), sequence.number(n));
            given.add(number);
            if (!bearers.numbers().contains(number)) {
                findings.accept(new Finding(Question.NUMBER_MISSING, number.text(), name(sequence)));
            }
        }
        return given;
    }

    private static String name(Numbering.Sequence sequence) {
        return sequence.kind() + " " + sequence.scope();
    }

    private Bearers read() {
        var bearers = new Bearers(new HashSet<>(), new HashSet<>(), new HashMap<>());
        view.dossierNumbers(row -> bearers.dossiers().add(Objects.requireNonNull(row.getResultObject())));
        view.numbersBorne(row -> {
            Borne borne = Objects.requireNonNull(row.getResultObject());
            agencies(borne.units()).forEach(agency -> bearers.numbers().add(new Number(agency, borne.number())));
            // Others may quote an entry of a register; a paper belongs to whoever gave it out.
            if (borne.paper() != null) {
                var number = new Number(organisation.agencyOf(borne.unit()), borne.number());
                bearers.papers()
                        .computeIfAbsent(new Paper(number, borne.paper()), paper -> new TreeSet<>())
                        .add(borne.root());
            }
        });
        return bearers;
    }

    private List<String> agencies(List<String> units) {
        return units.stream().map(organisation::agencyOf).distinct().toList();
    }
}
