package vn.lienthong.reporting;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The screen in the hall; it renews itself. */
@Controller
class WallPage {

    private final Wall wall;

    WallPage(Wall wall) {
        this.wall = wall;
    }

    @GetMapping("/wall")
    String show(Model model, Locale locale) {
        model.addAttribute("figures", wall.show(locale));
        model.addAttribute("again", "/wall");
        model.addAttribute("manage", wall.mayLink());
        return "reporting/wall";
    }

    /** For a television without a login. */
    @GetMapping("/public/wall/{secret}")
    String show(@PathVariable String secret, Model model, Locale locale) {
        model.addAttribute("figures", wall.show(secret, locale));
        model.addAttribute("again", "/public/wall/" + secret);
        model.addAttribute("manage", false);
        return "reporting/wall";
    }

    @GetMapping("/wall/link")
    String link(Model model) {
        model.addAttribute("linkedAt", wall.linkedAt());
        model.addAttribute("mayLink", wall.mayLink());
        return "reporting/wall-link";
    }

    /** The link is shown once; only its digest is kept. */
    @PostMapping("/wall/link")
    String make(RedirectAttributes redirect) {
        redirect.addFlashAttribute("secret", wall.link());
        return "redirect:/wall/link";
    }

    @PostMapping("/wall/link/revocation")
    String revoke(RedirectAttributes redirect) {
        wall.unlink();
        redirect.addFlashAttribute("flash", "reporting.wall.unlinked");
        return "redirect:/wall/link";
    }
}
