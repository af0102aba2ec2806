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
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

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
        Throwable cause = e.getCause();
        if (cause instanceof TextInJson.Illegible text) {
            return answer(details.of(new InvalidInput(Problem.of(field(text), text.code())), locale));
        }
        ProblemDetail detail = details.of(HttpStatus.BAD_REQUEST, locale);
        if (cause instanceof MismatchedInputException other && !other.getPath().isEmpty()) {
            detail.setProperty("problems", details.inWords(List.of(Problem.of(field(other), "malformed")), locale));
        }
        return answer(detail);
    }

    /** Where it stands, as {@code papers[0].code}. */
    private static String field(JacksonException fault) {
        var field = new StringBuilder();
        for (JacksonException.Reference step : fault.getPath()) {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return field.toString();
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
        Optional<HttpStatus> refused = Refusals.status(e);
        if (refused.isPresent()) {
            return answer(details.of(refused.get(), locale));
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
