package vn.lienthong.citizen;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.command.ProblemDetails;

/** Dossiers for programs of citizens: a portal, a chat bot, a kiosk. */
@RestController
@RequestMapping("/api/v1/public/dossiers/{number}")
class PublicDossierController {

    private final Tracking tracking;
    private final Rating rating;
    private final ProblemDetails details;

    PublicDossierController(Tracking tracking, Rating rating, ProblemDetails details) {
        this.tracking = tracking;
        this.rating = rating;
        this.details = details;
    }

    /** @param score 1 very dissatisfied to 5 very satisfied */
    record RatingRequest(
            @Nullable String secret,
            @Nullable Integer score,
            @Nullable String comment) {}

    @GetMapping
    Tracked track(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request,
            Locale locale) {
        return tracking.track(number, secret, request.getRemoteAddr(), locale);
    }

    /** The signed letter of apology. */
    @GetMapping("/apology")
    ResponseEntity<byte[]> letter(
            @PathVariable String number, @RequestParam(defaultValue = "") String secret, HttpServletRequest request) {
        return pdf(tracking.letter(number, secret, request.getRemoteAddr()));
    }

    /** Why the result is promised for when it is, line by line. */
    @GetMapping("/deadline")
    ResponseEntity<byte[]> deadline(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request,
            Locale locale) {
        return pdf(tracking.account(number, secret, request.getRemoteAddr(), locale));
    }

    private static ResponseEntity<byte[]> pdf(byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }

    @PostMapping("/rating")
    Tracked rate(
            @PathVariable String number, @RequestBody RatingRequest wish, HttpServletRequest request, Locale locale) {
        String secret = wish.secret() == null ? "" : wish.secret();
        rating.rate(number, secret, request.getRemoteAddr(), wish.score(), wish.comment());
        return tracking.track(number, secret, request.getRemoteAddr(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wait(TooManyQuestions e, Locale locale) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(details.of(HttpStatus.TOO_MANY_REQUESTS, locale));
    }
}
