package vn.lienthong.procedure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The folders of procedures have faults; carries all of them. The application does not start. */
public class CatalogueRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** @param faults with files named from the folders' root, so that one knows whose they are */
    CatalogueRefused(List<Fault> faults) {
        super(inWords(faults, Locale.ENGLISH));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /** A line for each fault, in Vietnamese and then in English. */
    public String text() {
        return inWords(faults, Locale.forLanguageTag("vi")) + System.lineSeparator() + inWords(faults, Locale.ENGLISH);
    }

    private static String inWords(List<Fault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> "  " + fault.where() + ": " + fault.sentence(locale))
                .collect(Collectors.joining(
                        System.lineSeparator(), Fault.message("refused", locale) + System.lineSeparator(), ""));
    }
}
