package vn.lienthong.agency.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.agency.login.LoginThrottle;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;

/** Where officers change their own password; whoever got one on paper sees nothing else before. */
@Controller
@RequestMapping("/account/password")
class PasswordPage {

    private final ChangingPassword changing;
    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final UserDetailsService officers;
    private final ProblemDetails problems;

    PasswordPage(
            ChangingPassword changing,
            Accounts accounts,
            LoginThrottle throttle,
            UserDetailsService officers,
            ProblemDetails problems) {
        this.changing = changing;
        this.accounts = accounts;
        this.throttle = throttle;
        this.officers = officers;
        this.problems = problems;
    }

    @GetMapping
    String form(Model model) {
        return show(model, List.of());
    }

    @PostMapping
    String change(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String repeated,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        try {
            mayGuess(who, request);
            changing.change(present, next, repeated);
        } catch (InvalidInput invalid) {
            if (invalid.problems().stream().anyMatch(fault -> fault.code().equals(ChangingPassword.WRONG))) {
                throttle.failed(who.getName(), request.getRemoteAddr());
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(model, problems.inWords(invalid.problems(), locale));
        }
        stay(who, request, response);
        redirect.addFlashAttribute("flash", "agency.password.changed");
        redirect.addFlashAttribute("changed", true);
        return "redirect:/account/password";
    }

    /** Whoever found a session open guesses its password no faster here than at the login. */
    private void mayGuess(Authentication who, HttpServletRequest request) {
        Duration left = throttle.left(who.getName(), request.getRemoteAddr());
        if (!left.isZero()) {
            throw new InvalidInput(Problem.of("present", "password-wait", left.toMinutes() + 1));
        }
    }

    private String show(Model model, List<FieldProblem> faults) {
        model.addAttribute("problems", faults);
        model.addAttribute("here", accounts.havePasswords());
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        return "agency/password";
    }

    /** This session goes on under a new id; it is the only one that knows of the new password. */
    private void stay(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        UserDetails officer = officers.loadUserByUsername(who.getName());
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(officer, null, officer.getAuthorities()));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}
