package vn.lienthong.worklist.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.dossier.Channel;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.web.Chip;
import vn.lienthong.worklist.DueWithin;
import vn.lienthong.worklist.Filter;
import vn.lienthong.worklist.Order;
import vn.lienthong.worklist.Worklist;

/** What a list can be narrowed to, and what it is narrowed to now, in the words of the reader. */
@Component
class FilterFace {

    /** Whoever has more units below is better served by the search. */
    private static final int MOST_UNITS = 60;

    private static final String USER_TASK = "userTask";

    private final Worklist worklist;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final MessageSource messages;
    private final Clock clock;

    FilterFace(Worklist worklist, Catalogue catalogue, Organisation organisation, MessageSource messages, Clock clock) {
        this.worklist = worklist;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.messages = messages;
        this.clock = clock;
    }

    /** One value that a parameter can have. */
    record Choice(String value, String name) {}

    /**
     * A parameter with its values.
     *
     * @param value in force now; empty for any
     */
    record Field(String name, String label, String any, List<Choice> choices, String value) {}

    /** The parameters that have few values; the procedure comes first. */
    List<Field> fields(Filter filter, Locale locale) {
        List<Field> fields = new ArrayList<>();
        fields.add(field("procedure", procedures(locale), filter, locale));
        List<Choice> steps = steps(filter, locale);
        if (!steps.isEmpty()) {
            fields.add(field("step", steps, filter, locale));
        }
        List<Choice> units = units(locale);
        if (units.size() > 1 && units.size() <= MOST_UNITS) {
            fields.add(field("unit", units, filter, locale));
        }
        fields.add(field("assignee", assignees(locale), filter, locale));
        fields.add(field("due", words("due", DueWithin.values(), DueWithin::key, locale), filter, locale));
        fields.add(field("channel", channels(locale), filter, locale));
        fields.add(field("urgent", List.of(new Choice("true", word("urgent.true", locale))), filter, locale));
        return fields;
    }

    Field order(Filter filter, Locale locale) {
        return new Field(
                "sort",
                word("sort", locale),
                "",
                words("sort", Order.values(), Order::key, locale),
                filter.order().key());
    }

    /** What is in force; each can be taken off. */
    List<Chip> chips(Filter filter, Locale locale) {
        List<Chip> chips = new ArrayList<>();
        for (Field field : fields(filter, locale)) {
            if (!field.value().isEmpty()) {
                chips.add(chip(filter, field.name(), field.label(), name(field), locale));
            }
        }
        if (filter.words() != null) {
            chips.add(chip(filter, "q", word("q", locale), filter.words(), locale));
        }
        return chips;
    }

    List<Choice> colleagues() {
        return worklist.colleagues().stream()
                .map(username -> new Choice(username, fullName(username)))
                .toList();
    }

    private Field field(String name, List<Choice> choices, Filter filter, Locale locale) {
        return new Field(
                name,
                word(name, locale),
                word(name + ".any", locale),
                choices,
                filter.parameters().getOrDefault(name, ""));
    }

    private Chip chip(Filter filter, String parameter, String label, String value, Locale locale) {
        Filter without = filter.with(parameter, null);
        // A step belongs to its procedure.
        Filter whole = parameter.equals("procedure") ? without.with("step", null) : without;
        return new Chip(
                messages.getMessage("web.worklist.chip", new Object[] {label, value}, locale), ListAddress.of(whole));
    }

    private String name(Field field) {
        return field.choices().stream()
                .filter(choice -> choice.value().equals(field.value()))
                .map(Choice::name)
                .findFirst()
                .orElseGet(() -> field.name().equals("assignee") ? fullName(field.value()) : field.value());
    }

    private List<Choice> procedures(Locale locale) {
        return catalogue.inForce(LocalDate.now(clock)).stream()
                .map(edition -> new Choice(edition.key(), edition.names().in(locale)))
                .toList();
    }

    /** Of the chosen procedure, as it is in force today. */
    private List<Choice> steps(Filter filter, Locale locale) {
        return catalogue.inForce(LocalDate.now(clock)).stream()
                .filter(edition -> edition.key().equals(filter.procedure()))
                .map(Edition::ref)
                .map(catalogue::procedure)
                .flatMap(procedure -> steps(procedure, locale).stream())
                .toList();
    }

    private static List<Choice> steps(Procedure procedure, Locale locale) {
        return procedure.model().nodes().stream()
                .filter(node -> node.type().equals(USER_TASK))
                .map(node -> new Choice(node.id(), procedure.name(node.id(), locale)))
                .toList();
    }

    private List<Choice> units(Locale locale) {
        return worklist.units().stream()
                .map(unit -> new Choice(unit, organisation.unit(unit).name(locale)))
                .toList();
    }

    private List<Choice> assignees(Locale locale) {
        List<Choice> choices = new ArrayList<>();
        for (String special : List.of(Filter.ME, Filter.FREE, Filter.OTHERS)) {
            choices.add(new Choice(special, word("assignee." + special, locale)));
        }
        choices.addAll(colleagues());
        return choices;
    }

    private List<Choice> channels(Locale locale) {
        return Arrays.stream(Channel.values())
                .map(channel ->
                        new Choice(channel.name(), messages.getMessage("dossier.channel." + channel, null, locale)))
                .toList();
    }

    private <T> List<Choice> words(String name, T[] all, Function<T, String> key, Locale locale) {
        return Arrays.stream(all)
                .map(key)
                .map(value -> new Choice(value, word(name + "." + value, locale)))
                .toList();
    }

    private String fullName(@Nullable String username) {
        return username == null
                ? ""
                : organisation.officer(username).map(Officer::fullName).orElse(username);
    }

    private String word(String key, Locale locale) {
        return messages.getMessage("web.worklist.filter." + key, null, locale);
    }
}
