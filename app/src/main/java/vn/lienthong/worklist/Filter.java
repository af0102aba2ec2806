package vn.lienthong.worklist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.Channel;
import vn.lienthong.procedure.Content;

/**
 * Which lines of a queue are wanted, and in which order. It is made of the parameters of an address and knows them
 * again, so that a list can be linked to, saved under a name and found anew after a step.
 *
 * @param assignee {@link #ME}, {@link #FREE}, {@link #OTHERS} or a username
 * @param words all of them must occur in the applicant's name or a number, whatever the marks
 */
public record Filter(
        Queue queue,
        @Nullable String procedure,
        @Nullable String unit,
        @Nullable String step,
        @Nullable String assignee,
        @Nullable Channel channel,
        boolean urgent,
        @Nullable DueWithin due,
        @Nullable String words,
        Order order) {

    public static final String ME = "me";
    public static final String FREE = "free";
    public static final String OTHERS = "others";

    private static final int LONGEST = 100;

    public static Filter of(Queue queue) {
        return new Filter(queue, null, null, null, null, null, false, null, null, Order.DUE);
    }

    /**
     * Reads the parameters of an address.
     *
     * @param faults gets what makes no sense; such a parameter counts as not given
     */
    public static Filter read(Function<String, @Nullable String> parameters, List<Problem> faults) {
        var reading = new Reading(parameters, faults);
        return new Filter(
                reading.one("queue", Queue::ofKey, "queue-unknown").orElse(Queue.MINE),
                reading.text("procedure").orElse(null),
                reading.text("unit").orElse(null),
                reading.text("step").orElse(null),
                reading.text("assignee").orElse(null),
                reading.one("channel", Filter::channel, "choice-unknown", (Object[]) Channel.values())
                        .orElse(null),
                reading.one("urgent", Filter::flag, "choice-unknown", true, false)
                        .orElse(false),
                reading.one("due", DueWithin::ofKey, "choice-unknown", keys(DueWithin.values(), DueWithin::key))
                        .orElse(null),
                reading.text("q").map(Content::normalised).orElse(null),
                reading.one("sort", Order::ofKey, "choice-unknown", keys(Order.values(), Order::key))
                        .orElse(Order.DUE));
    }

    /** What {@link #read} makes the same filter of; what is left open does not appear. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("queue", queue.key());
        put(parameters, "procedure", procedure);
        put(parameters, "unit", unit);
        put(parameters, "step", step);
        put(parameters, "assignee", assignee);
        put(parameters, "channel", channel == null ? null : channel.name());
        put(parameters, "urgent", urgent ? "true" : null);
        put(parameters, "due", due == null ? null : due.key());
        put(parameters, "q", words);
        put(parameters, "sort", order == Order.DUE ? null : order.key());
        return parameters;
    }

    /** The parameters as an address writes them behind the question mark. */
    public String query() {
        return parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + UriUtils.encode(parameter.getValue(), UTF_8))
                .collect(joining("&"));
    }

    /** What {@link #query} wrote; what makes no sense is left out. */
    public static Filter ofQuery(String query) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String parameter : query.split("&")) {
            int at = parameter.indexOf('=');
            if (at > 0) {
                given.put(parameter.substring(0, at), decoded(parameter.substring(at + 1)));
            }
        }
        return read(given::get, new ArrayList<>());
    }

    private static String decoded(String value) {
        try {
            return UriUtils.decode(value, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** The same with one parameter changed; null takes it away. */
    public Filter with(String parameter, @Nullable String value) {
        Map<String, String> changed = parameters();
        if (value == null) {
            changed.remove(parameter);
        } else {
            changed.put(parameter, value);
        }
        return read(changed::get, new ArrayList<>());
    }

    /** Whether anything narrows the queue down. */
    public boolean narrows() {
        return !with("sort", null).equals(of(queue));
    }

    /** For SQL: what {@code like} looks for. */
    List<String> patterns() {
        return words == null
                ? List.of()
                : Stream.of(Content.plain(words).split(" "))
                        .filter(word -> !word.isEmpty())
                        .map(word -> "%"
                                + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
                                + "%")
                        .toList();
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static Optional<Channel> channel(String name) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equals(name))
                .findFirst();
    }

    private static Optional<Boolean> flag(String value) {
        return switch (value) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static <T> Object[] keys(T[] all, Function<T, String> key) {
        return Arrays.stream(all).map(key).toArray();
    }

    private record Reading(Function<String, @Nullable String> parameters, List<Problem> faults) {

        Optional<String> text(String name) {
            String value = parameters.apply(name);
            if (value == null || value.isBlank()) {
                return Optional.empty();
            }
            if (value.length() > LONGEST) {
                faults.add(Problem.of(name, "too-long", LONGEST));
                return Optional.empty();
            }
            return Optional.of(value);
        }

        <T> Optional<T> one(String name, Function<String, Optional<T>> known, String code, Object... choices) {
            Optional<String> given = text(name);
            Optional<T> found = given.flatMap(known);
            if (given.isPresent() && found.isEmpty()) {
                faults.add(
                        choices.length == 0
                                ? Problem.of(name, code)
                                : Problem.of(
                                        name,
                                        code,
                                        Stream.of(choices).map(String::valueOf).collect(joining(", "))));
            }
            return found;
        }
    }
}
