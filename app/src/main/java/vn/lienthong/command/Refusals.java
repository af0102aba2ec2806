package vn.lienthong.command;

import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What the layers below the product refuse, and as what. */
public final class Refusals {

    private Refusals() {}

    /** The status of a refusal; empty when it is none, but a failure of ours. */
    public static Optional<HttpStatus> status(Throwable e) {
        if (e instanceof ErrorResponse web) {
            return Optional.of(known(web.getStatusCode().value()));
        }
        if (e instanceof MaxUploadSizeExceededException || e instanceof BodyLimit.TooLarge) {
            return Optional.of(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (e instanceof HttpMessageNotReadableException && e.getCause() instanceof BodyLimit.TooLarge) {
            return Optional.of(HttpStatus.CONTENT_TOO_LARGE);
        }
        boolean bad = e instanceof MultipartException
                || e instanceof TypeMismatchException
                || e instanceof HttpMessageNotReadableException
                || e instanceof ServletRequestBindingException
                || e instanceof RequestRejectedException
                || e instanceof InvalidParameterException;
        return bad ? Optional.of(HttpStatus.BAD_REQUEST) : Optional.empty();
    }

    private static HttpStatus known(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? HttpStatus.BAD_REQUEST : known;
    }
}
