package vn.lienthong.operations;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import vn.lienthong.audit.Finding;
import vn.lienthong.audit.Verification;

/** {@code verify-log [first day [last day]]}: whether the log and the history hold together, and where not. */
final class VerifyLog implements CommandLine.InTheDatabase {

    /** No {@code @Configuration}: a node, which scans for those, must not find it. */
    @AutoConfigurationPackage(basePackages = {"vn.lienthong.audit", "vn.lienthong.dossier"})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        MybatisAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {"vn.lienthong.audit", "vn.lienthong.dossier"},
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "vn.lienthong.(audit.Verification|dossier.LoggedHistory|dossier.retention.Vouching)"))
    static class Needs {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Override
    public Class<?> configuration() {
        return Needs.class;
    }

    @Override
    public int run(ConfigurableApplicationContext product, List<String> days) {
        LocalDate from;
        LocalDate until;
        try {
            from = days.isEmpty() ? null : LocalDate.parse(days.get(0));
            until = days.size() < 2 ? null : LocalDate.parse(days.get(1));
        } catch (DateTimeException e) {
            Console.error("verify-log [2026-11-01 [2026-11-30]]");
            return CommandLine.USAGE;
        }
        Verification.Report report = product.getBean(Verification.class).verify(from, until);
        Words words = Words.of("verify-log");
        Console.print(words.say("looked", report.days(), report.entries(), report.lines(), report.seals()));
        for (Finding finding : report.findings()) {
            Console.error(words.say(
                    "finding",
                    words.say(finding.kind().name()),
                    finding.day(),
                    finding.unit() == null ? "-" : finding.unit(),
                    finding.position() == null ? "-" : finding.position(),
                    finding.dossier() == null ? "-" : finding.dossier()));
        }
        Console.print(
                words.say(report.holds() ? "holds" : "broken", report.findings().size()));
        return report.holds() ? CommandLine.FINE : CommandLine.FOUND;
    }
}
