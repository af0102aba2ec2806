package vn.lienthong.document.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The sets of printed forms by the day they take effect, from {@code prints/sets.yml}. */
@Component
public class PrintSets {

    private final List<PrintSet> newestFirst;

    PrintSets() {
        try (InputStream file = new ClassPathResource("prints/sets.yml").getInputStream()) {
            List<PrintSet> sets = YAMLMapper.builder().build().readValue(file, new TypeReference<>() {});
            this.newestFirst = sets.stream()
                    .sorted(Comparator.comparing(PrintSet::validFrom).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest set in use on a day that has the form; on a day before all of them, the oldest that does. */
    PrintSet on(LocalDate day, String form) {
        List<PrintSet> having = newestFirst.stream()
                .filter(set -> set.forms().containsKey(form))
                .toList();
        if (having.isEmpty()) {
            throw new IllegalArgumentException("no set has a form " + form);
        }
        return having.stream()
                .filter(set -> !set.validFrom().isAfter(day))
                .findFirst()
                .orElse(having.get(having.size() - 1));
    }

    /** @throws IllegalArgumentException when there is no such set */
    public PrintSet of(String key) {
        return newestFirst.stream()
                .filter(set -> set.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no set of printed forms " + key));
    }

    /** The set's own form or, where its circular knows no such form, that of the newest set that does. */
    PrintSet holding(String form, PrintSet wanted) {
        return wanted.forms().containsKey(form)
                ? wanted
                : newestFirst.stream()
                        .filter(set -> set.forms().containsKey(form))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no set has a form " + form));
    }
}
