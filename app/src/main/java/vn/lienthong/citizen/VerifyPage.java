package vn.lienthong.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.document.signing.Verifying;

/** Where anybody has a PDF verified; its address is short, because it is printed on what was signed. */
@Controller
class VerifyPage {

    private static final String PAGE = "citizen/verify";

    private final VerifyingPapers verifying;
    private final ProblemDetails details;
    private final MessageSource messages;

    VerifyPage(VerifyingPapers verifying, ProblemDetails details, MessageSource messages) {
        this.verifying = verifying;
        this.details = details;
        this.messages = messages;
    }

    @GetMapping("/verify")
    String form() {
        return PAGE;
    }

    @PostMapping("/verify")
    String verify(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            Verified verified = verifying.verify(file, request.getRemoteAddr(), locale);
            model.addAttribute("verified", verified);
            model.addAttribute("badge", badge(verified.verdict()));
        } catch (InvalidInput e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problems", details.inWords(e.problems(), locale));
        } catch (TooManyQuestions e) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()));
            model.addAttribute("problem", messages.getMessage("citizen.verify.wait", null, locale));
        }
        return PAGE;
    }

    /** The server stopped reading. */
    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException e, Locale locale) {
        var page = new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("problems", details.inWords(Verifying.tooLarge().problems(), locale));
        return page;
    }

    private static String badge(String verdict) {
        return switch (verdict) {
            case "WHOLE" -> "on-time";
            case "DEMONSTRATION", "NOT_TRUSTED", "UNREADABLE" -> "due-soon";
            case "CHANGED", "ADDED_TO" -> "late";
            default -> "none";
        };
    }
}
