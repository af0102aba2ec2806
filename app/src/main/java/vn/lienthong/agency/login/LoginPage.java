package vn.lienthong.agency.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where an officer logs in. */
@Controller
class LoginPage {

    /** The ward's own desk first; each has its words in {@code web.login.demo.<account>}. */
    private static final List<String> ACCOUNTS = List.of(
            "tiepnhan",
            "hotich",
            "lanhdao",
            "vanthu",
            "congan",
            "baotro",
            "kinhte",
            "noivu",
            "bhxh",
            "thue",
            "datdai",
            "congantinh",
            "traketqua",
            "giamsat",
            "giamdoc",
            "thietke",
            "nghiepvu",
            "quantri",
            "thanhtra");

    private final List<String> demoAccounts;
    private final IdentityProvider provider;

    LoginPage(Environment environment, IdentityProvider provider) {
        this.provider = provider;
        this.demoAccounts = environment.acceptsProfiles(Profiles.of("demo")) ? ACCOUNTS : List.of();
    }

    /**
     * Model: {@code failed} after a wrong name or password, {@code expired} when the page lay open too long,
     * {@code ended} when a session was over, {@code outdated} when a one-time password was used too late, {@code loggedOut}, {@code waitMinutes} (0 when nobody has to wait), {@code demoAccounts} (user names, none but in the
     * demonstration), {@code door} (where the identity provider's login begins; null without one), {@code unknown} when
     * that vouched for somebody who is no officer here.
     */
    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String unknown,
            @RequestParam(required = false) @Nullable String logout,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(required = false) @Nullable String outdated,
            @RequestParam(defaultValue = "0") long wait,
            @Nullable Authentication who,
            Model model) {
        if (who != null && !(who instanceof AnonymousAuthenticationToken) && error == null) {
            return "redirect:/";
        }
        model.addAttribute("failed", error != null);
        model.addAttribute("expired", expired != null);
        model.addAttribute("ended", ended != null);
        model.addAttribute("outdated", outdated != null);
        model.addAttribute("loggedOut", logout != null);
        model.addAttribute("waitMinutes", Math.min((Math.max(wait, 0) + 59) / 60, 60));
        model.addAttribute("unknown", unknown != null);
        model.addAttribute("door", provider.isPresent() ? IdentityProvider.DOOR : null);
        model.addAttribute("demoAccounts", demoAccounts);
        return "web/login";
    }
}
