package vn.lienthong.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The languages of the pages; {@code @languages} in templates. */
@Component("languages")
public class Languages {

    static final String PARAMETER = "lang";
    private static final List<String> ALL = List.of("vi", "en");

    public List<String> all() {
        return ALL;
    }

    /** The page one is on, in that language. A page that answered a form has no address of its own: the start page. */
    public String link(String language) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam(PARAMETER, language)
                .scheme(null)
                .host(null)
                .port(-1)
                .toUriString();
    }

    static boolean speaks(String language) {
        return ALL.contains(language);
    }
}
