package vn.lienthong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import vn.lienthong.command.Refusals;

/**
 * What no handler of ours was reached by: an address or a method that there is not, a parameter that is no number, a form cut
 * off in the middle. Told as everything else is, to people and to programs.
 */
@ControllerAdvice
@Order(20)
class UnansweredRefusals {

    private final ErrorAnswers answers;

    UnansweredRefusals(ErrorAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    Object anythingElse(Exception e, HttpServletRequest request, Locale locale) throws Exception {
        HttpStatus status = Refusals.status(e).orElseThrow(() -> e);
        return answers.of(status, request.getRequestURI(), request, locale);
    }
}
