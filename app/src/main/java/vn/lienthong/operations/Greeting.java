package vn.lienthong.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells who started a demonstration where to look and who to be. */
@Component
@Profile("demo")
class Greeting {

    static final List<String> ACCOUNTS = List.of(
            "tiepnhan",
            "hotich",
            "lanhdao",
            "vanthu",
            "congan",
            "baotro",
            "kinhte",
            "noivu",
            "bhxh",
            "thue",
            "datdai",
            "congantinh",
            "traketqua",
            "giamsat",
            "giamdoc",
            "thietke",
            "nghiepvu",
            "quantri",
            "thanhtra");

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final MessageSource messages;
    private final Environment environment;
    private final Installation installation;

    Greeting(MessageSource messages, Environment environment, Installation installation) {
        this.messages = messages;
        this.environment = environment;
        this.installation = installation;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        String address = "http://" + environment.getProperty("server.address", "localhost") + ":"
                + environment.getProperty("local.server.port") + "/";
        Console.print(text(address));
    }

    String text(String address) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(both("title", address));
        lines.add("");
        lines.add(both("accounts"));
        for (String account : ACCOUNTS) {
            lines.add(String.format("  %-10s %s", account, both("account." + account)));
        }
        lines.add("");
        if (StartChecks.hasExternalDatabase(environment)) {
            lines.add(both("database", environment.getProperty("spring.datasource.url", "")));
        } else {
            lines.add(both("data-folder", installation.home()));
        }
        lines.add(both("machinery", address + "ops"));
        lines.add("");
        return String.join(System.lineSeparator(), lines);
    }

    private String both(String key, Object... names) {
        return messages.getMessage("operations.ready." + key, names, VIETNAMESE)
                + "  ·  "
                + messages.getMessage("operations.ready." + key, names, Locale.ENGLISH);
    }
}
