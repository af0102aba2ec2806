package vn.lienthong.interconnection.pull;

import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.workflow.ExternalTaskRefused;

/** Every refusal of the protocol in the shape in which the engine's REST API says it. */
@RestControllerAdvice(assignableTypes = {ExternalTaskController.class, FileVariableController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProtocolErrors {

    private static final Logger log = LoggerFactory.getLogger(ProtocolErrors.class);

    private static final String REST = "RestException";
    private static final String INVALID = "InvalidRequestException";
    private static final String ENGINE = "ProcessEngineException";

    private final ProblemDetails details;

    ProtocolErrors(ProblemDetails details) {
        this.details = details;
    }

    @ExceptionHandler
    ResponseEntity<ProtocolError> refused(ExternalTaskRefused e) {
        return switch (e.why()) {
            case UNKNOWN -> answer(HttpStatus.NOT_FOUND, REST, e.getMessage());
            case NOT_ALLOWED -> answer(HttpStatus.BAD_REQUEST, REST, e.getMessage());
            case FAILED -> answer(HttpStatus.INTERNAL_SERVER_ERROR, ENGINE, e.getMessage());
        };
    }

    @ExceptionHandler
    ResponseEntity<ProtocolError> bad(BadAnswer e) {
        return answer(HttpStatus.BAD_REQUEST, INVALID, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProtocolError> foreign(NotForThisClient e) {
        return answer(HttpStatus.FORBIDDEN, "AuthorizationException", e.getMessage());
    }

    /** A result that nobody should open, a file that is too large: in the words that officers get. */
    @ExceptionHandler
    ResponseEntity<ProtocolError> invalid(InvalidInput e) {
        return answer(
                HttpStatus.BAD_REQUEST,
                INVALID,
                details.inWords(e.problems(), Locale.ENGLISH).stream()
                        .map(problem -> problem.message())
                        .collect(Collectors.joining(" ")));
    }

    @ExceptionHandler
    ResponseEntity<ProtocolError> notFound(NotFound e) {
        return answer(HttpStatus.NOT_FOUND, REST, "There is no such " + e.what());
    }

    @ExceptionHandler
    ResponseEntity<ProtocolError> unreadable(HttpMessageNotReadableException e) {
        return answer(HttpStatus.BAD_REQUEST, INVALID, "The body is not the JSON that is expected here");
    }

    /** Somebody else holds the dossier at this moment, or the node is full: the worker comes back by itself. */
    @ExceptionHandler({PessimisticLockingFailureException.class, TooManyWaiting.class})
    ResponseEntity<ProtocolError> busy(RuntimeException e) {
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                ENGINE,
                e instanceof TooManyWaiting ? e.getMessage() : "The dossier is in use at this moment; try again");
    }

    @ExceptionHandler
    ResponseEntity<ProtocolError> anythingElse(Exception e) throws Exception {
        if (e instanceof AccessDeniedException) {
            throw e;
        }
        if (e instanceof ErrorResponse web) {
            HttpStatus status = HttpStatus.resolve(web.getStatusCode().value());
            return answer(status == null ? HttpStatus.BAD_REQUEST : status, INVALID, "The request cannot be used");
        }
        log.error("unexpected failure", e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, ENGINE, "Something went wrong here; try again");
    }

    private static ResponseEntity<ProtocolError> answer(
            HttpStatus status, String type, @org.jspecify.annotations.Nullable String message) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ProtocolError(type, message == null ? status.getReasonPhrase() : message));
    }
}
