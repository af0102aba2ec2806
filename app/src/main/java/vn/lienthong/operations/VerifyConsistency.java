package vn.lienthong.operations;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
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
import vn.lienthong.operations.consistency.Consistency;
import vn.lienthong.operations.consistency.Finding;

/** {@code verify-consistency}: whether everything that belongs together is there, once, and what is not. */
final class VerifyConsistency implements CommandLine.InTheDatabase {

    /** No {@code @Configuration}: a node, which scans for those, must not find it. */
    @AutoConfigurationPackage(
            basePackages = {"vn.lienthong.operations.consistency", "vn.lienthong.agency", "vn.lienthong.document"})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        MybatisAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {"vn.lienthong.operations.consistency", "vn.lienthong.agency", "vn.lienthong.document"},
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = "vn.lienthong.(operations.consistency.(Consistency|GivenNumbers|UntouchedFiles)"
                                    + "|agency.Organisation|document.Numbering|document.print.Letterheads)"))
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
    public int run(ConfigurableApplicationContext product, List<String> arguments) {
        if (!arguments.isEmpty()) {
            Console.error("verify-consistency");
            return CommandLine.USAGE;
        }
        Consistency.Report report = product.getBean(Consistency.class).check();
        Words words = Words.of("verify-consistency");
        Console.print(words.say(
                "looked",
                report.dossiers(),
                report.open(),
                report.steps(),
                report.clocks(),
                report.handovers(),
                report.numbers(),
                report.files()));
        for (Finding finding : report.findings()) {
            Console.error(words.say(
                    finding.question().name(), finding.subject(), Objects.requireNonNullElse(finding.detail(), "-")));
        }
        Console.print(
                words.say(report.holds() ? "holds" : "broken", report.findings().size()));
        return report.holds() ? CommandLine.FINE : CommandLine.FOUND;
    }
}
