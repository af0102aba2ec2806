package vn.lienthong.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.StringUtils;
import vn.lienthong.operations.StartRefused.Reason;

/** Turns what keeps the application from starting into a sentence on the console; the process then ends with code 1. */
final class StartRefusals {

    private StartRefusals() {}

    static final class OfOurs extends AbstractFailureAnalyzer<StartRefused> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, StartRefused refused) {
            return new FailureAnalysis(refused.text(), null, failure);
        }
    }

    /** Somebody took the port between our look and the server's start. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class PortTaken extends AbstractFailureAnalyzer<PortInUseException> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
            return new FailureAnalysis(refusal(Reason.of("port-in-use", taken.getPort()), taken), null, failure);
        }
    }

    static final class DatabaseDown extends AbstractFailureAnalyzer<EmbeddedPostgreSqlFailed> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, EmbeddedPostgreSqlFailed down) {
            return new FailureAnalysis(refusal(Reason.of("database-down", down.log()), down), null, failure);
        }
    }

    private static String refusal(Reason reason, Throwable cause) {
        return new StartRefused(reason, cause).text();
    }

    /** Prints the sentences, and nothing around them. */
    static final class Reporter implements FailureAnalysisReporter {
        @Override
        public void report(FailureAnalysis analysis) {
            String text = System.lineSeparator() + analysis.getDescription();
            @Nullable String action = analysis.getAction();
            Console.error(StringUtils.hasText(action) ? text + System.lineSeparator() + action : text);
        }
    }
}
