package vn.lienthong.design;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Looks through a folder that a designer sends, and deploys nothing. */
@RestController
@RequestMapping("/api/v1/procedures/verify")
class VerifyController {

    private final FolderCheck check;

    VerifyController(FolderCheck check) {
        this.check = check;
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
            Locale locale) {
        List<MultipartFile> sent = new ArrayList<>();
        request.getMultiFileMap().values().forEach(sent::addAll);
        var folder = check.read(
                sent, procedure.orElse(null), edition.map(LocalDate::toString).orElse(null));
        return new Answer(check.verify(folder).stream()
                .map(finding -> new FindingView(
                        finding.severity().name(), finding.rule(), finding.element(), finding.message(locale)))
                .toList());
    }
}
