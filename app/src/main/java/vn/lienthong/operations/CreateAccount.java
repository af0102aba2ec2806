package vn.lienthong.operations;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.account.AccountSettings;
import vn.lienthong.agency.account.FirstAccount;
import vn.lienthong.audit.Audit;

/**
 * {@code create-account <username> <full name> <unit> [name of the agency]}: an account for a business administrator, who opens
 * all others on the pages. The password is shown here, once.
 */
final class CreateAccount implements CommandLine.InTheDatabase {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,49}");
    private static final Pattern UNIT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** No {@code @Configuration}: a node, which scans for those, must not find it. */
    @AutoConfigurationPackage(basePackages = {"vn.lienthong.agency", "vn.lienthong.audit"})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        // Lets the log write its entry at the end of each transaction.
        TransactionManagerCustomizationAutoConfiguration.class,
        MybatisAutoConfiguration.class
    })
    @EnableConfigurationProperties(AccountSettings.class)
    @ComponentScan(
            basePackages = {"vn.lienthong.agency", "vn.lienthong.audit"},
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "vn.lienthong.(agency.account.FirstAccount|agency.Organisation|agency.CurrentCaller"
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
        if (arguments.size() < 3
                || arguments.size() > 4
                || !NAME.matcher(arguments.get(0)).matches()
                || arguments.get(1).isBlank()
                || !UNIT.matcher(arguments.get(2)).matches()) {
            Console.error("create-account nghiepvu \"Nguyễn Thị Lan\" an-hoa [\"UBND phường An Hòa\"]");
            return CommandLine.USAGE;
        }
        Words words = Words.of("create-account");
        String username = arguments.get(0);
        String unit = arguments.get(2);
        try {
            FirstAccount.Made made = product.getBean(TransactionTemplate.class).execute(status -> {
                FirstAccount.Made first = product.getBean(FirstAccount.class)
                        .make(username, arguments.get(1), unit, arguments.size() == 4 ? arguments.get(3) : "");
                product.getBean(Audit.class)
                        .did("COMMAND create-account", Map.of("username", username, "unit", unit), unit);
                return first;
            });
            if (made.founded()) {
                Console.print(words.say("founded", unit));
            }
            Console.print(words.say("made", username, made.password(), UNTIL.format(made.until())));
            return CommandLine.FINE;
        } catch (FirstAccount.NoSuchUnit e) {
            Console.error(words.say("no-unit", unit));
            return CommandLine.FOUND;
        } catch (FirstAccount.NameTaken e) {
            Console.error(words.say("taken", username));
            return CommandLine.FOUND;
        }
    }
}
