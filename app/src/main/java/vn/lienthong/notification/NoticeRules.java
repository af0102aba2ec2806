package vn.lienthong.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.agency.Duty;

/** Who is told of what, from {@code notification/notices.yml} or what the installation put in its place. */
@Component
class NoticeRules {

    static final String NAMED = "named";
    static final String POST = "post";

    private final Map<String, Rule> rules;

    NoticeRules(@Value("${lienthong.notification.notices:classpath:notification/notices.yml}") Resource file) {
        try (InputStream content = file.getInputStream()) {
            List<Rule> read = YAMLMapper.builder().build().readValue(content, new TypeReference<>() {});
            this.rules = read.stream().collect(Collectors.toMap(Rule::what, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param to {@code named}, {@code post}, or {@code <duty>@<where>}
     * @param because why they want to know
     */
    record Rule(String what, List<String> to, String because) {

        Rule {
            to.stream()
                    .filter(audience -> !audience.equals(NAMED) && !audience.equals(POST))
                    .forEach(Place::of);
        }
    }

    /** Whoever holds a duty somewhere. */
    record Place(Duty duty, Where where) {

        enum Where {
            DESK,
            AGENCY,
            FOUNDING
        }

        static Place of(String written) {
            String[] parts = written.split("@", 2);
            return new Place(
                    Duty.ofKey(parts[0])
                            .orElseThrow(() -> new IllegalArgumentException("notices.yml: no duty " + written)),
                    Where.valueOf(parts[parts.length - 1].toUpperCase(Locale.ROOT)));
        }
    }

    List<String> to(String what) {
        Rule rule = rules.get(what);
        return rule == null ? List.of() : rule.to();
    }
}
