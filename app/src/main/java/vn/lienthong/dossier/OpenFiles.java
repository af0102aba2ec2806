package vn.lienthong.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.audit.Audit;
import vn.lienthong.audit.Happening;
import vn.lienthong.command.InHand;
import vn.lienthong.command.NotFound;

/**
 * The dossiers that the current transaction works on. Each is read once, under a lock, and written once, just before
 * the commit, together with everything that happened to it: a step that moves a dossier through five elements costs one
 * update, not five.
 */
@Component
class OpenFiles {

    private final DossierMapper mapper;
    private final Audit audit;
    private final InHand<Desk> inHand = new InHand<>(Desk::new);

    OpenFiles(DossierMapper mapper, Audit audit) {
        this.mapper = mapper;
        this.audit = audit;
    }

    /** @throws NotFound when there is no such dossier */
    Dossier open(DossierNumber number) {
        Desk desk = inHand.get();
        Dossier known = desk.files.get(number.value());
        if (known != null) {
            return known;
        }
        // What belongs to one citizen's dossier is worked on by one at a time, its legs too: dates and states go both
        // ways
        // between them, and two who come from both ends would wait for each other for ever.
        DossierRow row = mapper.lock(number.value()).stream()
                .filter(candidate -> candidate.number().equals(number.value()))
                .findFirst()
                .orElseThrow(() -> new NotFound("dossier"));
        var dossier = new Dossier(row, mapper.legs(number.value()));
        desk.files.put(number.value(), dossier);
        return dossier;
    }

    /**
     * The dossier as this transaction has it in hand, or else as it is stored. A transaction that only reads, as for a page,
     * sees one state of it and asks once.
     */
    Optional<Dossier> look(DossierNumber number) {
        Desk desk = inHand.get();
        Dossier known = desk.files.get(number.value());
        if (known != null) {
            return Optional.of(known);
        }
        DossierRow row = mapper.find(number.value());
        if (row == null) {
            return Optional.empty();
        }
        var dossier = new Dossier(row, mapper.legs(number.value()));
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            desk.files.put(number.value(), dossier);
        }
        return Optional.of(dossier);
    }

    /** Opens those that nobody else is working on, without waiting for the others; answers with what it opened. */
    List<DossierNumber> openFree(Collection<DossierNumber> numbers) {
        Desk desk = inHand.get();
        List<String> wanted = numbers.stream()
                .map(DossierNumber::value)
                .filter(number -> !desk.files.containsKey(number))
                .toList();
        if (!wanted.isEmpty()) {
            List<DossierRow> held = mapper.lockFree(wanted);
            // Read after they are held: nobody changes them any more.
            Map<String, List<Leg>> legs = held.isEmpty()
                    ? Map.of()
                    : mapper.legsOf(held.stream().map(DossierRow::number).toList()).stream()
                            .collect(Collectors.groupingBy(
                                    DossierMapper.OwnedLeg::dossier,
                                    Collectors.mapping(DossierMapper.OwnedLeg::part, Collectors.toList())));
            held.forEach(row ->
                    desk.files.put(row.number(), new Dossier(row, legs.getOrDefault(row.number(), List.of()))));
        }
        return numbers.stream()
                .filter(number -> desk.files.containsKey(number.value()))
                .toList();
    }

    Dossier add(DossierRow row, List<Leg> legs) {
        mapper.insert(row);
        if (!legs.isEmpty()) {
            mapper.insertLegs(row.number(), legs);
        }
        var dossier = new Dossier(row, legs);
        inHand.get().files.put(row.number(), dossier);
        return dossier;
    }

    void happened(DossierNumber root, String unit, Happening event) {
        UUID command = audit.happened(event, unit);
        inHand.get().events.add(DossierMapper.Event.of(root, command, event));
    }

    /** Writes what is pending now, so that a query in the same transaction sees it. */
    void write() {
        inHand.write();
    }

    private final class Desk implements InHand.Pending {

        private final Map<String, Dossier> files = new LinkedHashMap<>();
        private final List<DossierMapper.Event> events = new ArrayList<>();

        @Override
        public void write() {
            var promises = new ArrayList<DossierMapper.Promise>();
            var legs = new ArrayList<DossierMapper.OwnedLeg>();
            for (Dossier file : files.values()) {
                if (file.changed()) {
                    mapper.update(file.row());
                } else if (file.promiseChanged()) {
                    promises.add(file.promise());
                }
                file.changedLegs().forEach(leg -> legs.add(DossierMapper.OwnedLeg.of(file.number(), leg)));
                file.written();
            }
            if (!promises.isEmpty()) {
                mapper.updatePromises(promises);
            }
            if (!legs.isEmpty()) {
                mapper.updateLegs(legs);
            }
            if (!events.isEmpty()) {
                mapper.insertEvents(List.copyOf(events));
                events.clear();
            }
        }
    }
}
