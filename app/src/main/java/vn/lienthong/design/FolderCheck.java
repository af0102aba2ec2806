package vn.lienthong.design;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.procedure.ProcedureFolder;
import vn.lienthong.workflow.Action;
import vn.lienthong.workflow.Deployments;
import vn.lienthong.workflow.ProcessRef;

/** Takes in the folder that a designer sends and looks through it with the eyes of this installation. */
@Component
public class FolderCheck {

    /** A folder has some forty files; the largest of ours is a diagram of a tenth of this. */
    private static final int MOST_FILES = 200;

    private static final int MOST_BYTES = 10_000_000;

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Catalogue catalogue;
    private final Organisation organisation;
    private final ObjectProvider<Action> actions;
    private final Deployments deployments;
    private final Clock clock;

    FolderCheck(
            Catalogue catalogue,
            Organisation organisation,
            ObjectProvider<Action> actions,
            Deployments deployments,
            Clock clock) {
        this.deployments = deployments;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * The folder that lies in an upload: files one by one, or zipped. What it keeps of an earlier edition and the shared
     * forms are put in from what is published here.
     *
     * @param procedure key of the folder; without it the path of the files or the name of the diagram tells
     * @param edition day of the folder; without it the path of the files tells, otherwise today
     * @throws InvalidInput when there is nothing, or too much
     */
    public ProcedureFolder read(List<MultipartFile> sent, @Nullable String procedure, @Nullable String edition) {
        return completed(upload(sent, procedure, edition).folder(today(), sharedForms()));
    }

    /**
     * The same, but nothing about its name is guessed.
     *
     * @throws InvalidInput also when neither the parameters nor the paths say which folder it is
     */
    public ProcedureFolder readNamed(List<MultipartFile> sent, @Nullable String procedure, @Nullable String edition) {
        return completed(upload(sent, procedure, edition).named(today(), sharedForms()));
    }

    private static Upload upload(List<MultipartFile> sent, @Nullable String procedure, @Nullable String edition) {
        var upload = new Upload(procedure, edition);
        files(sent).forEach(upload::add);
        return upload;
    }

    /** A folder of which only its own files and forms are at hand. */
    public ProcedureFolder folder(ProcessRef ref, Map<String, byte[]> files, Map<String, byte[]> forms) {
        return completed(new ProcedureFolder(ref, files, forms, sharedForms()));
    }

    /** The folder with what it keeps of the edition that it is based on. */
    private ProcedureFolder completed(ProcedureFolder folder) {
        return folder.completed(
                ref -> catalogue.find(ref).map(Procedure::folder).orElse(null));
    }

    /** What there is to say about a folder on the day it takes effect, or today if that is later; errors first; the engine is asked last, on trial. */
    public List<Finding> verify(ProcedureFolder folder) {
        var around = new PublishedSurroundings(
                catalogue,
                later(today(), folder.ref().edition()),
                organisation::knowsRole,
                actions.orderedStream().map(Action::name).collect(Collectors.toSet()));
        List<Finding> findings = Verifier.verify(folder, around);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return findings;
        }
        List<Finding> all = new ArrayList<>();
        deployments
                .refusal(folder.ref(), folder.ofTheEngine())
                .map(why -> new Finding(
                        Severity.ERROR,
                        "engine-refuses",
                        folder.diagram(),
                        locale -> Finding.message("design.engine-refuses", locale, List.of(why))))
                .ifPresent(all::add);
        all.addAll(findings);
        return all;
    }

    private static LocalDate later(LocalDate today, String edition) {
        try {
            LocalDate day = LocalDate.parse(edition);
            return day.isAfter(today) ? day : today;
        } catch (java.time.DateTimeException notADay) {
            // Told as a finding.
            return today;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private Map<String, byte[]> sharedForms() {
        Map<String, byte[]> shared = new HashMap<>();
        catalogue.all().stream().map(Procedure::folder).forEach(folder -> shared.putAll(folder.sharedForms()));
        return shared;
    }

    private static Map<String, byte[]> files(List<MultipartFile> sent) {
        List<MultipartFile> some = sent.stream().filter(file -> !file.isEmpty()).toList();
        if (some.isEmpty()) {
            throw new InvalidInput(Problem.of("files", "required"));
        }
        long bytes = some.stream().mapToLong(MultipartFile::getSize).sum();
        if (some.size() > MOST_FILES || bytes > MOST_BYTES) {
            throw new InvalidInput(Problem.of("files", "too-much-data"));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (MultipartFile file : some) {
            String name = name(file);
            if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                files.putAll(unzipped(content(file)));
            } else {
                files.put(name, content(file));
            }
        }
        return files;
    }

    /** Reads no further than a folder may be large, whatever the archive says of itself. */
    private static Map<String, byte[]> unzipped(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int left = MOST_BYTES;
        List<Problem> problems = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    byte[] content = zip.readNBytes(left + 1);
                    left -= content.length;
                    files.put(entry.getName(), content);
                }
                if (left < 0 || files.size() > MOST_FILES) {
                    throw new InvalidInput(Problem.of("files", "too-much-data"));
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            // It lies in memory: what cannot be read is broken, or cut off.
            problems.add(Problem.of("files", "not-a-zip"));
        }
        if (files.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.of("files", "not-a-zip"));
        }
        InvalidInput.ifAny(problems);
        return files;
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? file.getName() : name;
    }
}
