package vn.lienthong.procedure;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.procedure.Edition.Retention;
import vn.lienthong.workflow.ProcessRef;

/**
 * How long dossiers are kept, by the edition that they were received under. It reads the descriptions alone, so that a command at
 * the machine can ask as well, without engine and catalogue.
 */
@Component
public class Retentions {

    private final PublishedMapper published;
    private final ProcedureSettings folders;
    private final Retention usual;

    Retentions(PublishedMapper published, ProcedureSettings folders, RetentionSettings settings) {
        this.published = published;
        this.folders = folders;
        this.usual = settings.usual();
    }

    /** What every edition says; asked once and then used for many dossiers. */
    public record Known(Map<ProcessRef, Retention> byEdition) {

        /** Empty for an edition that nobody knows: nothing of it is destroyed. */
        public Optional<Retention> of(ProcessRef edition) {
            return Optional.ofNullable(byEdition.get(edition));
        }

        /** Whatever was finished on this day or later is kept by every edition; empty when all of them keep for ever. */
        public Optional<LocalDate> overBefore(LocalDate today) {
            return byEdition.values().stream()
                    .flatMap(retention -> retention.overBefore(today).stream())
                    .max(naturalOrder());
        }
    }

    @Transactional(readOnly = true)
    public Known all() {
        Map<ProcessRef, Retention> known = new HashMap<>();
        ProcedureFolders.find(Retentions.class.getClassLoader(), folders.directory())
                .folders()
                .forEach(folder -> add(folder, known));
        for (PublishedMapper.File file : published.files()) {
            if (file.name().equals(ProcedureFolder.DESCRIPTION)) {
                var ref = new ProcessRef(file.procedure(), file.edition().toString());
                add(new ProcedureFolder(ref, Map.of(file.name(), file.content()), Map.of(), Map.of()), known);
            }
        }
        return new Known(Map.copyOf(known));
    }

    private void add(ProcedureFolder folder, Map<ProcessRef, Retention> known) {
        Edition edition = EditionReader.read(folder).edition();
        if (edition != null) {
            known.put(folder.ref(), edition.retention() == null ? usual : edition.retention());
        }
    }
}
