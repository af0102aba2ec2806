package vn.lienthong.document.print;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forms that one circular prescribes.
 *
 * @param key folder below {@code prints/}
 * @param validFrom first day of use
 * @param source the circular, as a form names it
 * @param forms what it prescribes, by form
 */
public record PrintSet(String key, LocalDate validFrom, String source, Map<String, Form> forms) {

    public PrintSet {
        forms = Map.copyOf(forms);
    }

    /**
     * @param number number in the circular's appendix
     * @param title statutory title
     * @param template folder and name below {@code prints/} when the template is that of another set
     */
    public record Form(
            String number, String title, @Nullable String template) {}

    /** Name of the template of a form, without {@code .html}. */
    String template(String form) {
        Form prescribed = form(form);
        return prescribed.template() == null ? key + "/" + form : prescribed.template();
    }

    Form form(String name) {
        Form form = forms.get(name);
        if (form == null) {
            throw new IllegalArgumentException("set " + key + " has no form " + name);
        }
        return form;
    }
}
