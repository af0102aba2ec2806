package vn.lienthong.interconnection.pull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells a program that it is not logged in, or may not, in the shape that its library reads. */
@Component
class ProtocolRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper json;

    ProtocolRefusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyGuesses guesses) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(guesses.seconds()));
            write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many wrong secrets; try again in " + guesses.seconds() + " seconds");
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"lienthong\", charset=\"UTF-8\"");
        write(response, HttpStatus.UNAUTHORIZED, "Unknown client or wrong secret");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        boolean named = SecurityContextHolder.getContext().getAuthentication() != null;
        write(
                response,
                named ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED,
                "Only clients of agencies, and only the addresses of external tasks");
    }

    /** What is asked for makes no sense, whoever asks. */
    void invalid(HttpServletResponse response, HttpStatus status, String message) throws IOException {
        write(response, status, "InvalidRequestException", message);
    }

    private void write(HttpServletResponse response, HttpStatus status, String message) throws IOException {
        write(response, status, "AuthorizationException", message);
    }

    private void write(HttpServletResponse response, HttpStatus status, String type, String message)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(new ProtocolError(type, message)));
    }
}
