package vn.lienthong.interconnection.pull;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nobody sends more than this node has room for: a body says how long it is, and is no longer than several results. */
final class LimitedBody extends OncePerRequestFilter {

    /** Bytes; a request with files in the browser may have as many. */
    static final long LARGEST = 110L * 1024 * 1024;

    private final ProtocolRefusals refusals;

    LimitedBody(ProtocolRefusals refusals) {
        super();
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            refusals.invalid(response, HttpStatus.LENGTH_REQUIRED, "Say with Content-Length how long the body is");
        } else if (request.getContentLengthLong() > LARGEST) {
            refusals.invalid(
                    response, HttpStatus.CONTENT_TOO_LARGE, "The body is larger than " + LARGEST / 1024 / 1024 + " MB");
        } else {
            chain.doFilter(request, response);
        }
    }
}
