package vn.lienthong.procedure;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The words of one edition: {@code messages_vi.properties} and {@code messages_en.properties} of its folder. */
public final class Texts {

    static final String VIETNAMESE = "messages_vi.properties";
    static final String ENGLISH = "messages_en.properties";

    private final Map<String, String> vi;
    private final Map<String, String> en;

    private Texts(Map<String, String> vi, Map<String, String> en) {
        this.vi = vi;
        this.en = en;
    }

    static Texts read(ProcedureFolder folder, List<Fault> faults) {
        return new Texts(read(folder, VIETNAMESE, faults), read(folder, ENGLISH, faults));
    }

    private static Map<String, String> read(ProcedureFolder folder, String file, List<Fault> faults) {
        var texts = new LinkedHashMap<String, String>();
        Optional<byte[]> bytes = folder.file(file);
        if (bytes.isEmpty()) {
            return texts;
        }
        var properties = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (containsKey(key)) {
                    faults.add(Fault.of(file, String.valueOf(key), "twice", key));
                }
                return super.put(key, value);
            }
        };
        try {
            properties.load(new StringReader(new String(bytes.get(), StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            faults.add(Fault.of(file, "", "not-properties", e.getMessage()));
        }
        properties.forEach((key, value) ->
                texts.put(String.valueOf(key), String.valueOf(value).strip()));
        return texts;
    }

    /** The text in the language; for an English reader the Vietnamese one where nobody translated it. */
    public Optional<String> text(String key, Locale locale) {
        String english = locale.getLanguage().equals("en") ? en.get(key) : null;
        return Optional.ofNullable(english != null ? english : vi.get(key));
    }

    /** Keys of one language file, {@code vi} or {@code en}. */
    public Set<String> keys(String language) {
        return language.equals("en") ? en.keySet() : vi.keySet();
    }
}
