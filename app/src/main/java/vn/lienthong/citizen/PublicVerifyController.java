package vn.lienthong.citizen;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.document.signing.Verifying;

/** Whether a PDF is whole, who signed it, and whether it is one of ours; for programs. */
@RestController
class PublicVerifyController {

    private final VerifyingPapers verifying;
    private final ProblemDetails details;

    PublicVerifyController(VerifyingPapers verifying, ProblemDetails details) {
        this.verifying = verifying;
        this.details = details;
    }

    @PostMapping(path = "/api/v1/public/verify", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Verified verify(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            Locale locale) {
        return verifying.verify(file, request.getRemoteAddr(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e, Locale locale) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(details.of(Verifying.tooLarge(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wait(TooManyQuestions e, Locale locale) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(details.of(HttpStatus.TOO_MANY_REQUESTS, locale));
    }
}
