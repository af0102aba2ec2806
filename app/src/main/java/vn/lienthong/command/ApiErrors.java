package vn.lienthong.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every refusal of the API as a problem detail; never a stack trace, SQL or a class name. */
@RestControllerAdvice(annotations = RestController.class)
@Order(0)
class ApiErrors {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    private final ProblemDetails details;

    ApiErrors(ProblemDetails details) {
        this.details = details;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidInput e, Locale locale) {
        return answer(details.of(e, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused e, Locale locale) {
        return answer(details.of(e, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFound e, Locale locale) {
        return answer(details.of(e, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(Forbidden e, Locale locale) {
        return answer(details.of(e, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e, Locale locale) {
        return answer(details.of(HttpStatus.BAD_REQUEST, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongParameter(MethodArgumentTypeMismatchException e, Locale locale) {
        return answer(details.of(new InvalidInput(List.of(Problem.of(e.getName(), "malformed"))), locale));
    }

    /** Somebody else holds the dossier at this very moment; trying again is right. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(PessimisticLockingFailureException e, Locale locale) {
        return answer(details.of(new Refused("busy", java.util.Map.of()), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anythingElse(Exception e, Locale locale) throws Exception {
        if (e instanceof AccessDeniedException) {
            throw e;
        }
        if (e instanceof ErrorResponse web) {
            HttpStatus status = HttpStatus.resolve(web.getStatusCode().value());
            return answer(details.of(status == null ? HttpStatus.BAD_REQUEST : status, locale));
        }
        Optional<Outage> outage = Outage.of(e);
        if (outage.isPresent()) {
            log.warn("{}", outage.get());
            return ResponseEntity.status(outage.get().status())
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(Outage.RETRY_AFTER_SECONDS))
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(details.of(outage.get().status(), locale));
        }
        log.error("unexpected failure", e);
        return answer(details.of(HttpStatus.INTERNAL_SERVER_ERROR, locale));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
