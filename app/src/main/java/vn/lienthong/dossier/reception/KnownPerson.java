package vn.lienthong.dossier.reception;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the dossiers of a desk say of a person, each fact from the newest dossier that has it. Only what stays with a
 * person from one matter to the next: how somebody is related to a deceased is asked each time.
 */
final class KnownPerson {

    private static final String IDENTITY = "identityNumber";

    /** What forms call these facts, wherever they ask for a person. */
    private static final Set<String> PERSONAL = Set.of(
            "fullName",
            IDENTITY,
            "gender",
            "dateOfBirth",
            "placeOfBirth",
            "hometown",
            "ethnicity",
            "nationality",
            "insuranceNumber",
            "phone",
            "email",
            "address",
            "residence");

    /** Where a fact comes from; null for the draft itself. */
    record Source(String dossier, String procedure, String edition, String unit, Instant receivedAt) {}

    /** @param path below the person, for example {@code residence.commune} */
    record Fact(String path, Object value, @Nullable Source source) {}

    private final String identityNumber;
    private final Map<String, Fact> facts = new LinkedHashMap<>();

    KnownPerson(String identityNumber) {
        this.identityNumber = identityNumber;
    }

    /** Learns what a content says of the person, wherever in it; what is known already stays. */
    void learn(Object content, @Nullable Source source) {
        if (content instanceof Map<?, ?> map) {
            if (identityNumber.equals(map.get(IDENTITY))) {
                map.forEach((name, value) -> {
                    if (PERSONAL.contains(String.valueOf(name))) {
                        keep(String.valueOf(name), value, source);
                    }
                });
            }
            map.values().forEach(inner -> learnInner(inner, source));
        } else if (content instanceof List<?> list) {
            list.forEach(inner -> learnInner(inner, source));
        }
    }

    private void learnInner(@Nullable Object inner, @Nullable Source source) {
        if (inner != null) {
            learn(inner, source);
        }
    }

    private void keep(String path, @Nullable Object value, @Nullable Source source) {
        if (value instanceof Map<?, ?> parts) {
            // A commune of one address with the street of another would be nobody's address.
            boolean known =
                    facts.keySet().stream().anyMatch(fact -> fact.startsWith(path + ".")) && !isFrom(path, source);
            if (!known) {
                parts.forEach((name, part) -> keep(path + "." + name, part, source));
            }
        } else if (value != null && !value.toString().isBlank()) {
            facts.putIfAbsent(path, new Fact(path, value, source));
        }
    }

    private boolean isFrom(String path, @Nullable Source source) {
        return facts.values().stream()
                .filter(fact -> fact.path().startsWith(path + "."))
                .allMatch(fact -> Objects.equals(fact.source(), source));
    }

    Map<String, Fact> facts() {
        return Collections.unmodifiableMap(facts);
    }
}
