package vn.lienthong.worklist;

import java.util.Locale;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.command.Refused;

/** Why one of many commands was refused, in the words the single command would have used. */
@Component
public class Refusals {

    private final ProblemDetails details;

    Refusals(ProblemDetails details) {
        this.details = details;
    }

    public ProblemDetail inWords(RuntimeException refusal, Locale locale) {
        if (refusal instanceof Refused refused) {
            return details.of(refused, locale);
        }
        if (refusal instanceof InvalidInput invalid) {
            return details.of(invalid, locale);
        }
        if (refusal instanceof Forbidden forbidden) {
            return details.of(forbidden, locale);
        }
        if (refusal instanceof NotFound notFound) {
            return details.of(notFound, locale);
        }
        throw refusal;
    }
}
