package vn.lienthong.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.command.NotFound;

/**
 * The dossiers that the current transaction works on. Each is read once, under a lock, and written once, just before
 * the commit, together with everything that happened to it: a step that moves a dossier through five elements costs one
 * update, not five.
 */
@Component
class OpenFiles {

    private final DossierMapper mapper;

    OpenFiles(DossierMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws NotFound when there is no such dossier */
    Dossier open(DossierNumber number) {
        Desk desk = desk();
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

    /** Opens those that nobody else is working on, without waiting for the others; answers with what it opened. */
    List<DossierNumber> openFree(Collection<DossierNumber> numbers) {
        Desk desk = desk();
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
        desk().files.put(row.number(), dossier);
        return dossier;
    }

    void happened(DossierNumber root, Event event) {
        desk().events.add(new DossierMapper.RootedEvent(root.value(), event));
    }

    /** Writes what is pending now, so that a query in the same transaction sees it. */
    void write() {
        Desk desk = (Desk) TransactionSynchronizationManager.getResource(this);
        if (desk != null) {
            desk.write();
        }
    }

    private Desk desk() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a dossier is worked on in a transaction only");
        }
        @Nullable Desk desk = (Desk) TransactionSynchronizationManager.getResource(this);
        if (desk == null) {
            desk = new Desk();
            TransactionSynchronizationManager.bindResource(this, desk);
            TransactionSynchronizationManager.registerSynchronization(desk);
        }
        return desk;
    }

    private final class Desk implements TransactionSynchronization {

        private final Map<String, Dossier> files = new LinkedHashMap<>();
        private final List<DossierMapper.RootedEvent> events = new ArrayList<>();

        void write() {
            for (Dossier file : files.values()) {
                if (file.changed()) {
                    mapper.update(file.row());
                }
                for (Leg leg : file.changedLegs()) {
                    mapper.updateLeg(file.number().value(), leg);
                }
                file.written();
            }
            if (!events.isEmpty()) {
                mapper.insertEvents(List.copyOf(events));
                events.clear();
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!readOnly) {
                write();
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(OpenFiles.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(OpenFiles.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(OpenFiles.this);
        }
    }
}
