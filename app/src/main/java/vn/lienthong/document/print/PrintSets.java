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

    /** The set in use on a day; before the oldest, the oldest. */
    public PrintSet on(LocalDate day) {
        return newestFirst.stream()
                .filter(set -> !set.validFrom().isAfter(day))
                .findFirst()
                .orElse(newestFirst.get(newestFirst.size() - 1));
    }

    /** The newest set in use on a day that has the form; where none has it yet, that of the newest set that does. */
    PrintSet on(LocalDate day, String form) {
        return newestFirst.stream()
                .filter(set -> !set.validFrom().isAfter(day) && set.forms().containsKey(form))
                .findFirst()
                .orElseGet(() -> holding(form, on(day)));
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
