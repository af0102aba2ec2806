package vn.lienthong.document.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints forms and results as archivable PDF (PDF/A-2u, tagged) from the templates below {@code prints/}. */
@Component
public class Printing {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** What XML cannot carry; somebody's clipboard can. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final PrintSets sets;
    private final SpringTemplateEngine templates;
    private final PdfRenderer renderer = new PdfRenderer();
    private final PaperFormat format = new PaperFormat();
    private final String stylesheet;

    Printing(PrintSets sets) {
        this.sets = sets;
        this.stylesheet = text("prints/paper.css");
        // An engine of its own: the one of the web pages knows other folders and the request.
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("prints/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        this.templates = new SpringTemplateEngine();
        this.templates.setTemplateResolver(resolver);
    }

    /** Prints a form as the set in use on the day of its letterhead wants it. */
    public byte[] print(Print print) {
        return print(print, sets.on(print.letterhead().on(), print.form()));
    }

    /** Prints a form as a set wants it; a form that this set does not know comes from the newest one that does. */
    public byte[] print(Print print, PrintSet wanted) {
        PrintSet set = sets.holding(print.form(), wanted);
        Map<String, Object> model = new HashMap<>();
        model.put("print", print);
        model.put("letterhead", print.letterhead());
        model.put("number", print.number());
        model.put("form", set.form(print.form()));
        model.put("source", set.source());
        return pdf(set.template(print.form()), model, VIETNAMESE);
    }

    /** Prints a result with the template of its code or, where nobody drew one, as a plain decision. */
    public byte[] print(ResultPrint result) {
        Map<String, Object> model = new HashMap<>();
        model.put("print", result);
        model.put("letterhead", result.letterhead());
        model.put("number", result.number());
        model.put("facts", result.facts());
        model.put("electronic", result.electronic());
        String template = "results/" + result.code();
        return pdf(knows(template) ? template : "results/decision", model, VIETNAMESE);
    }

    /**
     * Prints a template.
     *
     * @param template folder and name below {@code prints/}, without {@code .html}
     * @param model what the template reads; {@code letterhead} is expected by the shared fragments
     */
    public byte[] pdf(String template, Map<String, Object> model, Locale locale) {
        var context = new Context(locale, model);
        context.setVariable("vn", format);
        context.setVariable("stylesheet", stylesheet);
        String html = templates.process(template, context);
        return renderer.pdf(presentable(html));
    }

    /** Whether there is such a template below {@code prints/}. */
    boolean knows(String template) {
        return new ClassPathResource("prints/" + template + ".html").exists();
    }

    /** Letters composed of two characters lose their marks in print, so each becomes one (NFC). */
    private static String presentable(String html) {
        return NOT_XML.matcher(Normalizer.normalize(html, Normalizer.Form.NFC)).replaceAll("");
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
