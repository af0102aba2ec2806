package vn.lienthong.operations;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.dossier.retention.Destruction;
import vn.lienthong.dossier.retention.Due;
import vn.lienthong.dossier.retention.RetentionReport;
import vn.lienthong.procedure.RetentionNeeds;

/**
 * {@code retention --preview} shows in numbers which dossiers are not kept any more; {@code retention --run --decision=<number>
 * --by=<username>} destroys their content. Beside running nodes or without them; broken off, it is simply run again.
 */
final class Retention implements CommandLine.InTheDatabase {

    private static final String DECISION = "--decision=";
    private static final String BY = "--by=";

    /** No {@code @Configuration}: a node, which scans for those, must not find it. */
    @AutoConfigurationPackage(basePackages = "vn.lienthong")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        // Lets the log write its entry at the end of each transaction.
        TransactionManagerCustomizationAutoConfiguration.class,
        MybatisAutoConfiguration.class
    })
    @Import(RetentionNeeds.class)
    @ComponentScan(
            basePackages = "vn.lienthong",
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = "vn.lienthong.(dossier.(Timeline|OpenFiles)"
                                    + "|dossier.retention.(Destruction|Destroying|Due|Vouching)"
                                    + "|[a-z]+.Forgetting[A-Z][a-z]+|document.DestroyingDocuments"
                                    + "|agency.(Organisation|CurrentCaller)"
                                    + "|audit.(Audit|Recording|Looks|Log|Sealing|AtCommit))"))
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
        Words words = Words.of("retention");
        if (arguments.equals(List.of("--preview"))) {
            return preview(product.getBean(Due.class), words);
        }
        Optional<String> decision = value(arguments, DECISION);
        Optional<String> by = value(arguments, BY);
        if (arguments.size() == 3 && arguments.contains("--run") && decision.isPresent() && by.isPresent()) {
            if (product.getBean(Organisation.class)
                    .officer(by.get())
                    .filter(Officer::active)
                    .isEmpty()) {
                Console.error(words.say("nobody", by.get()));
                return CommandLine.FOUND;
            }
            return destroy(product.getBean(Destruction.class).run(decision.get(), by.get()), words);
        }
        Console.error("retention --preview" + System.lineSeparator()
                + "retention --run --decision=\"12/QĐ-UBND\" --by=quantri");
        return CommandLine.USAGE;
    }

    private static int preview(Due due, Words words) {
        List<Due.Line> lines = due.lines(null);
        lines.forEach(line -> Console.print(words.say(
                "due", line.procedure(), line.unit(), line.year(), line.years(), line.dossiers(), line.held())));
        Console.print(words.say(
                "all",
                lines.stream().mapToInt(Due.Line::dossiers).sum(),
                lines.stream().mapToInt(Due.Line::held).sum()));
        return CommandLine.FINE;
    }

    private static int destroy(Destruction.Report report, Words words) {
        for (RetentionReport.Line line : report.lines()) {
            Console.print(words.say(
                    "destroyed",
                    line.procedure(),
                    line.unit(),
                    line.year(),
                    line.dossiers(),
                    line.files(),
                    line.source()));
        }
        Console.print(words.say("run", report.run(), report.destroyed(), report.failed()));
        return report.failed() == 0 ? CommandLine.FINE : CommandLine.FOUND;
    }

    private static Optional<String> value(List<String> arguments, String name) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()).strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
