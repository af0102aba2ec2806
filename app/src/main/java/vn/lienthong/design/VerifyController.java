package vn.lienthong.design;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.Action;

/** Looks through a folder that a designer sends, and deploys nothing. */
@RestController
@RequestMapping("/api/v1/procedures/verify")
class VerifyController {

    /** A folder has some forty files; the largest of ours is a diagram of a tenth of this. */
    private static final int MOST_FILES = 200;

    private static final long MOST_BYTES = 10_000_000;

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Catalogue catalogue;
    private final Organisation organisation;
    private final ObjectProvider<Action> actions;
    private final Clock clock;

    VerifyController(Catalogue catalogue, Organisation organisation, ObjectProvider<Action> actions, Clock clock) {
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.actions = actions;
        this.clock = clock;
    }

    record FindingView(String severity, String rule, String element, String message) {}

    record Answer(List<FindingView> findings) {}

    /**
     * @param procedure key of the folder; without it the path of the files or the name of the diagram tells
     * @param edition day of the folder; without it the path of the files tells, otherwise today
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Answer verify(
            MultipartHttpServletRequest request,
            @RequestParam Optional<String> procedure,
            @RequestParam Optional<LocalDate> edition,
            Locale locale)
            throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        var upload = new Upload(
                procedure.orElse(null), edition.map(LocalDate::toString).orElse(null));
        for (var file : files(request).entrySet()) {
            upload.add(file.getKey(), file.getValue());
        }
        Map<String, byte[]> shared = new HashMap<>();
        catalogue.all().stream().map(Procedure::folder).forEach(folder -> shared.putAll(folder.sharedForms()));
        var around = new PublishedSurroundings(
                catalogue,
                today,
                organisation::knowsRole,
                actions.orderedStream().map(Action::name).collect(Collectors.toSet()));
        return new Answer(Verifier.verify(upload.folder(today, shared), around).stream()
                .map(finding -> new FindingView(
                        finding.severity().name(), finding.rule(), finding.element(), finding.message(locale)))
                .toList());
    }

    private static Map<String, byte[]> files(MultipartHttpServletRequest request) throws IOException {
        List<MultipartFile> sent = new ArrayList<>();
        request.getMultiFileMap().values().forEach(sent::addAll);
        if (sent.isEmpty()) {
            throw new InvalidInput(Problem.of("files", "required"));
        }
        long bytes = sent.stream().mapToLong(MultipartFile::getSize).sum();
        if (sent.size() > MOST_FILES || bytes > MOST_BYTES) {
            throw new InvalidInput(Problem.of("files", "too-much-data"));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (MultipartFile file : sent) {
            files.put(name(file), file.getBytes());
        }
        return files;
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? file.getName() : name;
    }
}
