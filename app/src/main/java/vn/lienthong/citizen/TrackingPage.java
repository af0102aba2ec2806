package vn.lienthong.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.web.DossierFaces;

/** Where a citizen looks up a dossier, by typing number and secret or by the code on the receipt, and rates it. */
@Controller
class TrackingPage {

    private static final String FORM = "citizen/track";
    private static final String RESULT = "citizen/tracked";

    private final Tracking tracking;
    private final Rating rating;
    private final ProblemDetails details;
    private final MessageSource messages;

    TrackingPage(Tracking tracking, Rating rating, ProblemDetails details, MessageSource messages) {
        this.tracking = tracking;
        this.rating = rating;
        this.details = details;
        this.messages = messages;
    }

    /** A line of the tracker; see {@code fragments/parts :: tracker}. */
    record Line(
            String state,
            String name,
            String text,
            @Nullable Instant due,
            @Nullable Instant originalDue) {}

    @GetMapping("/public/track")
    String form(Model model) {
        model.addAttribute("number", "");
        return FORM;
    }

    /** A form of its own rather than an address, so that the secret does not stay in the history of a shared computer. */
    @PostMapping("/public/track")
    String show(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return tracked(number, secret, request, response, locale, model);
    }

    /** The address in the QR code on the receipt. */
    @GetMapping("/public/t/{number}/{secret}")
    String scanned(
            @PathVariable String number,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return tracked(number, secret, request, response, locale, model);
    }

    /** The signed letter of apology. */
    @PostMapping("/public/track/apology")
    Object letter(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return paper("apology", number, () -> tracking.letter(number, secret, request.getRemoteAddr()))
                .<Object>map(paper -> paper)
                .orElseGet(() -> tracked(number, secret, request, response, locale, model));
    }

    /** Why the result is promised for when it is, line by line. */
    @PostMapping("/public/track/deadline")
    Object deadline(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return paper("deadline", number, () -> tracking.account(number, secret, request.getRemoteAddr(), locale))
                .<Object>map(paper -> paper)
                .orElseGet(() -> tracked(number, secret, request, response, locale, model));
    }

    @PostMapping("/public/track/rating")
    String rate(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(required = false) @Nullable Integer score,
            @RequestParam(required = false) @Nullable String comment,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            rating.rate(number, secret, request.getRemoteAddr(), score, comment);
        } catch (InvalidInput e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problems", details.inWords(e.problems(), locale));
            model.addAttribute("comment", comment);
        } catch (Refused e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", details.of(e, locale).getDetail());
        } catch (NotFound | TooManyQuestions e) {
            // Told by the look-up that follows.
        }
        return tracked(number, secret, request, response, locale, model);
    }

    /** A PDF for the holder of the receipt; empty when there is none, or it must not be asked for. */
    private static Optional<ResponseEntity<byte[]>> paper(String name, String number, Supplier<byte[]> content) {
        try {
            return Optional.of(ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name + "-" + number.strip() + ".pdf", StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .header("X-Content-Type-Options", "nosniff")
                    .cacheControl(CacheControl.noStore())
                    .body(content.get()));
        } catch (NotFound | TooManyQuestions e) {
            // Told by the look-up that follows.
            return Optional.empty();
        }
    }

    @ModelAttribute
    void notForSearchEngines(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    private String tracked(
            String number,
            String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            Tracked dossier = tracking.track(number, secret, request.getRemoteAddr(), locale);
            model.addAttribute("dossier", dossier);
            model.addAttribute(
                    "badge",
                    DossierFaces.badge(DossierState.ofCode(dossier.state().code())));
            model.addAttribute("secret", secret);
            model.addAttribute("lines", lines(dossier, locale));
            return RESULT;
        } catch (NotFound e) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("problem", details.of(e, locale).getDetail());
        } catch (TooManyQuestions e) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()));
            model.addAttribute(
                    "problem", messages.getMessage("citizen.wait", new Object[] {(e.seconds() + 59) / 60}, locale));
        }
        model.addAttribute("number", number);
        return FORM;
    }

    private static List<Line> lines(Tracked dossier, Locale locale) {
        return dossier.legs().stream()
                .map(part -> new Line(
                        look(part),
                        part.name(),
                        part.agencyName() + ": " + lower(part.stateName(), locale),
                        part.dueAt(),
                        part.originalDueAt()))
                .toList();
    }

    private static String look(Tracked.Part part) {
        return switch (part.state()) {
            case "done" -> "on-time";
            case "running" -> part.late() ? "late" : "running";
            default -> "none";
        };
    }

    private static String lower(String text, Locale locale) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(locale) + text.substring(1);
    }
}
