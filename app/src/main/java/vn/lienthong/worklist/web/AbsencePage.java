package vn.lienthong.worklist.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.agency.Absences;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Post;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.web.Confirmation;
import vn.lienthong.worklist.Leaving;

/** Who is away, who does the work meanwhile, and what that work is. */
@Controller
class AbsencePage {

    private static final String FORM = "worklist/absence";

    private final Absences absences;
    private final Leaving leaving;
    private final Organisation organisation;
    private final ProblemDetails problems;
    private final MessageSource messages;

    AbsencePage(
            Absences absences,
            Leaving leaving,
            Organisation organisation,
            ProblemDetails problems,
            MessageSource messages) {
        this.absences = absences;
        this.leaving = leaving;
        this.organisation = organisation;
        this.problems = problems;
        this.messages = messages;
    }

    record AbsenceLine(Absences.Absence absence, String officer, String enteredBy, List<CoverLine> covers) {}

    record CoverLine(Duty duty, String unit, List<String> standIns) {}

    /** One post that somebody has to look after. */
    record PostField(
            String value, Leaving.Pile pile, List<Officer> candidates, List<String> chosen, List<String> names) {}

    @GetMapping("/absences")
    String list(Model model, Locale locale) {
        model.addAttribute(
                "absences",
                absences.list().stream().map(one -> line(one, locale)).toList());
        model.addAttribute("officers", absences.deciding());
        return "worklist/absences";
    }

    @GetMapping("/absences/new")
    String form(@RequestParam String officer, Model model, Locale locale) {
        LocalDate today = organisation.today();
        if (absences.postsToCover(officer, today).isEmpty()) {
            throw new Forbidden("delegate-for-others");
        }
        fill(new Absences.Wish(officer, today, today, "", "", List.of()), model, locale);
        return FORM;
    }

    /** @param step {@code preview} shows what would move, {@code declare} does it, {@code back} asks again */
    @PostMapping("/absences")
    Object declare(
            @RequestParam String officer,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String documentNumber,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "preview") String step,
            @RequestParam MultiValueMap<String, String> all,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Absences.Wish wish = new Absences.Wish(officer, from, to, documentNumber, reason, covers(all));
        try {
            if (step.equals("declare")) {
                absences.declare(wish);
                redirect.addFlashAttribute("flash", "worklist.absence.declared");
                return "redirect:/absences";
            }
            absences.check(wish);
        } catch (InvalidInput invalid) {
            fill(wish, model, locale);
            model.addAttribute("problems", problems.inWords(invalid.problems(), locale));
            return new ModelAndView(FORM, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        fill(wish, model, locale);
        return step.equals("preview") ? "worklist/absence-preview" : FORM;
    }

    @GetMapping("/absences/{id}/revocation")
    String ask(@PathVariable long id, Model model, Locale locale) {
        Absences.Absence one = absences.list().stream()
                .filter(absence -> absence.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("absence"));
        model.addAttribute(
                "confirmation",
                new Confirmation(
                        word("worklist.absence.revoke.title", locale, name(one.officer())),
                        word("worklist.absence.revoke.help", locale),
                        "/absences/" + id + "/revocation",
                        Map.of(),
                        false,
                        null,
                        true,
                        word("worklist.absence.revoke", locale),
                        "/absences"));
        return "confirm";
    }

    @PostMapping("/absences/{id}/revocation")
    String revoke(@PathVariable long id, RedirectAttributes redirect) {
        absences.revoke(id);
        redirect.addFlashAttribute("flash", "worklist.absence.revoked");
        return "redirect:/absences";
    }

    private void fill(Absences.Wish wish, Model model, Locale locale) {
        LocalDate from = Optional.ofNullable(wish.from()).orElse(organisation.today());
        List<Post> posts = absences.postsToCover(wish.officer(), from);
        List<Leaving.Pile> piles = leaving.piles(wish.officer(), posts, locale);
        List<PostField> fields = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            fields.add(field(wish, posts.get(i), piles.get(i), from));
        }
        model.addAttribute("wish", wish);
        model.addAttribute("officerName", name(wish.officer()));
        model.addAttribute("posts", fields);
        model.addAttribute("open", piles.stream().mapToInt(Leaving.Pile::open).sum());
    }

    private PostField field(Absences.Wish wish, Post post, Leaving.Pile pile, LocalDate from) {
        List<String> chosen = wish.covers().stream()
                .filter(cover -> cover.unit().equals(post.unit()) && cover.duty() == post.duty())
                .findFirst()
                .map(Absences.Cover::to)
                .orElse(List.of());
        return new PostField(
                post.unit() + "|" + post.duty(),
                pile,
                absences.candidates(wish.officer(), post.unit(), post.duty(), from),
                chosen,
                chosen.stream().map(this::name).toList());
    }

    /** {@code post.0} with {@code to.0} once or twice, and so on. */
    private static List<Absences.Cover> covers(MultiValueMap<String, String> all) {
        List<Absences.Cover> covers = new ArrayList<>();
        for (int i = 0; all.getFirst("post." + i) != null; i++) {
            String[] post = String.valueOf(all.getFirst("post." + i)).split("\\|", 2);
            List<String> to = all.getOrDefault("to." + i, List.of());
            Duty.ofKey(post[post.length - 1].toLowerCase(Locale.ROOT).replace('_', '-'))
                    .ifPresent(duty -> covers.add(new Absences.Cover(post[0], duty, to)));
        }
        return covers;
    }

    private AbsenceLine line(Absences.Absence one, Locale locale) {
        return new AbsenceLine(
                one,
                name(one.officer()),
                name(one.enteredBy()),
                one.covers().stream()
                        .map(cover -> new CoverLine(
                                cover.duty(),
                                organisation.unit(cover.unit()).name(locale),
                                cover.to().stream().map(this::name).toList()))
                        .toList());
    }

    private String name(String officer) {
        return organisation.officer(officer).map(Officer::fullName).orElse(officer);
    }

    private String word(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
