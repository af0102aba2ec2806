package vn.lienthong.agency.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.account.Accounts.Account;
import vn.lienthong.agency.login.LoginThrottle;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;

/** The business administrator's pages about accounts. */
@Controller
@RequestMapping("/accounts")
class AccountPages {

    private final Accounts accounts;
    private final KeepingAccounts keeping;
    private final Organisation organisation;
    private final LoginThrottle throttle;
    private final ProblemDetails problems;

    AccountPages(
            Accounts accounts,
            KeepingAccounts keeping,
            Organisation organisation,
            LoginThrottle throttle,
            ProblemDetails problems) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.organisation = organisation;
        this.throttle = throttle;
        this.problems = problems;
    }

    record Line(Account account, List<DutyLine> duties) {}

    /** @param current whether the duty holds today */
    record DutyLine(
            String unit,
            String unitName,
            String duty,
            LocalDate from,
            @Nullable LocalDate to,
            boolean current) {}

    record UnitChoice(String code, String name) {}

    @GetMapping
    String list(Locale locale, Model model) {
        model.addAttribute(
                "lines",
                accounts.list().stream()
                        .map(account -> new Line(
                                account,
                                duties(account, locale).stream()
                                        .filter(DutyLine::current)
                                        .toList()))
                        .toList());
        return "agency/accounts";
    }

    @GetMapping("/new")
    String form(Locale locale, Model model) {
        return form(new KeepingAccounts.Opening("", "", "", "", "", ""), List.of(), locale, model);
    }

    @PostMapping
    String open(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String duty,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        accounts.units();
        var wish = new KeepingAccounts.Opening(username, fullName, email, phone, unit, duty);
        try {
            return back(keeping.open(wish), "agency.accounts.opened", redirect);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(wish, invalid.problems(), locale, model);
        }
    }

    @GetMapping("/{username}")
    String account(@PathVariable String username, Locale locale, Model model) {
        return show(accounts.get(username), List.of(), locale, model);
    }

    /** The slip is this answer and nothing else: it is shown once. */
    @PostMapping("/{username}/password")
    String handOver(@PathVariable String username, Model model) {
        model.addAttribute("slip", keeping.handOver(username));
        return "agency/account-slip";
    }

    @PostMapping("/{username}/unlocking")
    String unlock(@PathVariable String username, RedirectAttributes redirect) {
        keeping.unlock(username);
        return back(username, "agency.accounts.unlocked", redirect);
    }

    @PostMapping("/{username}/closing")
    String close(@PathVariable String username, RedirectAttributes redirect) {
        keeping.close(username);
        return back(username, "agency.accounts.closed", redirect);
    }

    @PostMapping("/{username}/reopening")
    String reopen(@PathVariable String username, RedirectAttributes redirect) {
        keeping.reopen(username);
        return back(username, "agency.accounts.reopened", redirect);
    }

    @PostMapping("/{username}/duties")
    String give(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String duty,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        try {
            keeping.give(username, unit, duty);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(accounts.get(username), invalid.problems(), locale, model);
        }
        return back(username, "agency.accounts.duty.given", redirect);
    }

    @PostMapping("/{username}/duties/ending")
    String end(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String duty,
            RedirectAttributes redirect) {
        keeping.end(username, unit, duty);
        return back(username, "agency.accounts.duty.ended", redirect);
    }

    private String form(KeepingAccounts.Opening wish, List<Problem> faults, Locale locale, Model model) {
        choices(locale, model);
        model.addAttribute("wish", wish);
        model.addAttribute("problems", problems.inWords(faults, locale));
        return "agency/account-form";
    }

    private String show(Account account, List<Problem> faults, Locale locale, Model model) {
        choices(locale, model);
        model.addAttribute("account", account);
        model.addAttribute("duties", duties(account, locale));
        model.addAttribute("passwords", accounts.havePasswords());
        model.addAttribute(
                "waits",
                throttle.waitFor(account.username())
                        .map(wait -> wait.plusSeconds(59).toMinutes())
                        .orElse(0L));
        model.addAttribute("problems", problems.inWords(faults, locale));
        return "agency/account";
    }

    private void choices(Locale locale, Model model) {
        model.addAttribute(
                "units",
                accounts.units().stream()
                        .map(unit -> new UnitChoice(unit.code(), unit.name(locale)))
                        .toList());
        model.addAttribute(
                "choices", Arrays.stream(Duty.values()).map(Duty::key).toList());
    }

    private List<DutyLine> duties(Account account, Locale locale) {
        LocalDate today = organisation.today();
        return account.duties().stream()
                .map(row -> new DutyLine(
                        row.unit(),
                        organisation
                                .find(row.unit())
                                .map(unit -> unit.name(locale))
                                .orElse(row.unit()),
                        row.duty().key(),
                        row.validFrom(),
                        row.validTo(),
                        !row.validFrom().isAfter(today)
                                && (row.validTo() == null || !row.validTo().isBefore(today))))
                .toList();
    }

    private static String back(String username, String flash, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", flash);
        redirect.addAttribute("username", username);
        return "redirect:/accounts/{username}";
    }
}
