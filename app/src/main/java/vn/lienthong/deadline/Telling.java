package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.Line;
import vn.lienthong.agency.calendar.Phrase;

/** Puts the account of a date into words, in the language of whoever asks. */
@Component
class Telling {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final MessageSource messages;
    private final Clock clock;

    Telling(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    Explanation.LineView line(Line line, Locale locale) {
        return new Explanation.LineView(
                line.from(),
                line.to(),
                say("deadline.what.", line.what(), locale),
                say("deadline.why.", line.why(), locale));
    }

    List<Explanation.LineView> lines(List<Line> lines, Locale locale) {
        return lines.stream().map(line -> line(line, locale)).toList();
    }

    String budget(Budget budget, Locale locale) {
        return amount(budget.amount(), budget.unit(), locale);
    }

    String amount(int amount, BudgetUnit unit, Locale locale) {
        return word("deadline.amount." + unit, locale, amount);
    }

    String word(String key, Locale locale, Object... args) {
        var texts = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = text(args[i], locale);
        }
        return messages.getMessage(key, texts, locale);
    }

    private String say(String prefix, Phrase phrase, Locale locale) {
        return word(prefix + phrase.code(), locale, phrase.args().toArray());
    }

    /** Numbers stay numbers, so that a sentence can tell one from many; years and dates are written as offices do. */
    private Object text(Object value, Locale locale) {
        if (value instanceof LocalDate date) {
            return DATE.format(date);
        }
        if (value instanceof LocalTime time) {
            return TIME.format(time);
        }
        if (value instanceof Instant moment) {
            return MOMENT.format(moment.atZone(clock.getZone()));
        }
        if (value instanceof Budget budget) {
            return budget(budget, locale);
        }
        if (value instanceof Duration time) {
            return duration(time, locale);
        }
        return value;
    }

    private String duration(Duration time, Locale locale) {
        var hours = time.toHours();
        var minutes = time.toMinutesPart();
        if (minutes == 0) {
            return messages.getMessage("deadline.hours", new Object[] {hours}, locale);
        }
        return hours == 0
                ? messages.getMessage("deadline.minutes", new Object[] {minutes}, locale)
                : messages.getMessage("deadline.hours-minutes", new Object[] {hours, minutes}, locale);
    }
}
