package vn.lienthong.dossier.retention;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.audit.Audit;
import vn.lienthong.audit.Happening;
import vn.lienthong.document.DestroyingDocuments;
import vn.lienthong.dossier.Actor;
import vn.lienthong.dossier.ContentDestroyed;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.dossier.retention.RetentionMapper.Line;
import vn.lienthong.dossier.retention.RetentionMapper.Member;
import vn.lienthong.procedure.Edition.Retention;

/** Destroys what one citizen's dossier says, with those of its legs, and leaves what numbers, figures and the log need. */
@Component
class Destroying {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RetentionMapper mapper;
    private final EmptiedMapper emptied;
    private final Vouching vouching;
    private final DestroyingDocuments documents;
    private final Timeline timeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Destroying(
            RetentionMapper mapper,
            EmptiedMapper emptied,
            Vouching vouching,
            DestroyingDocuments documents,
            Timeline timeline,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mapper = mapper;
        this.emptied = emptied;
        this.vouching = vouching;
        this.documents = documents;
        this.timeline = timeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param by username of whoever runs it */
    record Order(long run, String decision, String by) {}

    /** A number that an agency gave out. */
    private record Borne(String dossier, String paper, String number) {}

    /** @return whether it did; false when somebody was faster, or has put a hold on it since */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean destroy(RetentionView.Candidate candidate, Retention retention, Order order) {
        String root = candidate.number();
        List<Member> family = mapper.lock(root);
        if (family.stream().anyMatch(member -> member.finishedAt() == null)
                || mapper.isHeld(root)
                || mapper.isBuried(root)) {
            return false;
        }
        List<String> numbers = family.stream().map(Member::number).toList();
        Map<UUID, String> before = fingerprints(root);
        List<DestroyingDocuments.Destroyed> files = documents.destroy(numbers);
        bury(root, family, files, retention, order);
        for (String number : numbers) {
            mapper.emptyDossier(number, UUID.randomUUID().toString());
        }
        mapper.emptyHistory(root);
        mapper.emptyHandedOver(numbers);
        mapper.emptySupplements(numbers);
        mapper.removePapers(numbers);
        mapper.removeCorrections(numbers);
        events.publishEvent(new ContentDestroyed(new DossierNumber(root), numbers));
        rememberChanges(root, before, fingerprints(root));
        audit.did("COMMAND retention", Map.of("dossier", root, "decision", order.decision()), candidate.unit());
        timeline.append(
                new DossierNumber(root),
                new Actor(order.by(), null, candidate.unit()),
                "content-destroyed",
                Map.of("decision", order.decision(), "run", order.run(), "remains", vouching.hash(root)));
        return true;
    }

    private void bury(
            String root,
            List<Member> family,
            List<DestroyingDocuments.Destroyed> files,
            Retention retention,
            Order order) {
        Map<String, String> contents = new TreeMap<>();
        family.forEach(member -> contents.put(member.number(), member.hash()));
        mapper.bury(new RetentionMapper.Tombstone(
                root,
                order.run(),
                clock.instant(),
                family.stream().skip(1).map(Member::number).toList(),
                retention.source(),
                Due.years(retention),
                JSON.writeValueAsString(contents),
                JSON.writeValueAsString(files),
                JSON.writeValueAsString(numbers(family, files))));
    }

    /** On papers, and entries of registers in the answers. */
    private static List<Borne> numbers(List<Member> family, List<DestroyingDocuments.Destroyed> files) {
        List<Borne> borne = new ArrayList<>();
        files.stream()
                .filter(file -> file.number() != null)
                .forEach(file -> borne.add(new Borne(file.dossier(), file.code(), String.valueOf(file.number()))));
        for (Member member : family) {
            member.content().values().forEach(part -> {
                if (part instanceof Map<?, ?> entry
                        && entry.containsKey("registeredOn")
                        && entry.get("number") != null) {
                    borne.add(new Borne(member.number(), "", String.valueOf(entry.get("number"))));
                }
            });
        }
        return borne.stream().distinct().toList();
    }

    private Map<UUID, String> fingerprints(String root) {
        Map<UUID, List<Happening>> lines = new LinkedHashMap<>();
        for (Line line : mapper.lines(root)) {
            lines.computeIfAbsent(line.command(), any -> new ArrayList<>())
                    .add(new Happening(
                            line.dossier(),
                            line.at(),
                            line.actor(),
                            line.onBehalfOf(),
                            line.unit(),
                            line.what(),
                            line.details()));
        }
        Map<UUID, String> fingerprints = new LinkedHashMap<>();
        lines.forEach((command, happened) -> fingerprints.put(command, Audit.fingerprint(happened)));
        return fingerprints;
    }

    private void rememberChanges(String root, Map<UUID, String> before, Map<UUID, String> after) {
        List<EmptiedMapper.Row> changed = before.entrySet().stream()
                .filter(line -> !line.getValue().equals(after.get(line.getKey())))
                .map(line -> new EmptiedMapper.Row(
                        line.getKey(), root, line.getValue(), String.valueOf(after.get(line.getKey()))))
                .sorted(Comparator.comparing(EmptiedMapper.Row::command))
                .toList();
        if (!changed.isEmpty()) {
            emptied.insert(root, changed);
        }
    }
}
