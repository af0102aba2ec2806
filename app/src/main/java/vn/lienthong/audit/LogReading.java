package vn.lienthong.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/** The log as an inspector reads it: what happened in the inspector's part of the organisation, newest first. */
@Component
class LogReading {

    /**
     * What to look for; null leaves open.
     *
     * @param subject number of a dossier, or another id that an address names
     */
    record Question(
            @Nullable LocalDate day,
            @Nullable String actor,
            @Nullable String subject) {}

    /**
     * An entry in words.
     *
     * @param act what was asked for, as {@link Entry#act}
     * @param actName the same in the reader's language
     * @param lines what was added to dossiers' history, in the reader's language
     */
    record Line(
            Instant at,
            UUID command,
            @Nullable String actor,
            @Nullable String actorName,
            @Nullable String onBehalfOf,
            String unit,
            @Nullable String unitName,
            String act,
            String actName,
            @Nullable String subject,
            List<String> dossiers,
            List<String> lines) {}

    /** @param next for the next page; null on the last one */
    record Page(List<Line> items, @Nullable String next) {}

    private final AuditMapper mapper;
    private final CurrentCaller caller;
    private final Organisation organisation;
    private final MessageSource messages;

    LogReading(AuditMapper mapper, CurrentCaller caller, Organisation organisation, MessageSource messages) {
        this.mapper = mapper;
        this.caller = caller;
        this.organisation = organisation;
        this.messages = messages;
    }

    /**
     * @param after what the page before gave as {@code next}
     * @throws Forbidden for everybody but inspectors
     */
    @Transactional(readOnly = true)
    public Page page(Question question, @Nullable String after, int limit, Locale locale) {
        List<AuditMapper.Row> found =
                mapper.page(units(), question.day(), question.actor(), question.subject(), place(after), limit + 1);
        List<AuditMapper.Row> shown = found.size() > limit ? found.subList(0, limit) : found;
        Map<String, String> names = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (AuditMapper.Row row : shown) {
            lines.add(line(Log.read(row.content()), names, locale));
        }
        AuditMapper.@Nullable Row last = found.size() > limit ? shown.get(limit - 1) : null;
        return new Page(lines, last == null ? null : last.at() + "_" + last.unit() + "_" + last.position());
    }

    private List<String> units() {
        Caller inspector = caller.get();
        List<String> units = new ArrayList<>();
        for (String unit : inspector.unitsWith(Duty.INSPECTOR)) {
            units.addAll(organisation.subtree(organisation.agencyOf(unit)));
        }
        if (units.isEmpty()) {
            throw new Forbidden("log-for-inspectors");
        }
        return units;
    }

    private Line line(Entry entry, Map<String, String> names, Locale locale) {
        return new Line(
                entry.at(),
                entry.command(),
                entry.actor(),
                name(entry.actor(), names),
                name(entry.onBehalfOf(), names),
                entry.unit(),
                organisation.find(entry.unit()).map(unit -> unit.name(locale)).orElse(null),
                entry.act(),
                word("audit.act." + Acts.key(entry.act()), entry.act(), locale),
                entry.subject(),
                entry.dossiers(),
                entry.lines().stream()
                        .distinct()
                        .map(what -> word("dossier.event." + what, what, locale))
                        .toList());
    }

    private @Nullable String name(@Nullable String username, Map<String, String> known) {
        return username == null
                ? null
                : known.computeIfAbsent(
                        username,
                        u -> organisation.officer(u).map(o -> o.fullName()).orElse(u));
    }

    private String word(String key, String otherwise, Locale locale) {
        String word = messages.getMessage(key, null, otherwise, locale);
        return word == null ? otherwise : word;
    }

    private static AuditMapper.@Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            int unit = after.indexOf('_');
            int position = after.lastIndexOf('_');
            return new AuditMapper.Place(
                    Instant.parse(after.substring(0, unit)),
                    after.substring(unit + 1, position),
                    Long.parseLong(after.substring(position + 1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InvalidInput(Problem.of("after", "cursor-unknown"));
        }
    }
}
