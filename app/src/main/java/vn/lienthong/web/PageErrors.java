package vn.lienthong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.command.Refused;

/** Refusals that a page does not show itself, as a page of their own; the API has problem details instead. */
@ControllerAdvice(annotations = Controller.class)
@Order(10)
class PageErrors {

    private final ProblemDetails details;
    private final PageFrame frame;

    PageErrors(ProblemDetails details, PageFrame frame) {
        this.details = details;
        this.frame = frame;
    }

    @ExceptionHandler
    ModelAndView notFound(NotFound e, HttpServletRequest request, Locale locale) {
        return page(details.of(e, locale), request, locale);
    }

    @ExceptionHandler
    ModelAndView forbidden(Forbidden e, HttpServletRequest request, Locale locale) {
        return page(details.of(e, locale), request, locale);
    }

    @ExceptionHandler
    ModelAndView refused(Refused e, HttpServletRequest request, Locale locale) {
        return page(details.of(e, locale), request, locale);
    }

    @ExceptionHandler
    ModelAndView busy(PessimisticLockingFailureException e, HttpServletRequest request, Locale locale) {
        return page(details.of(new Refused("busy", Map.of()), locale), request, locale);
    }

    @ExceptionHandler
    ModelAndView invalid(InvalidInput e, HttpServletRequest request, Locale locale) {
        ModelAndView page = page(details.of(e, locale), request, locale);
        List<FieldProblem> problems = details.inWords(e.problems(), locale).stream()
                .map(problem -> problem.at(""))
                .toList();
        return page.addObject("problems", problems);
    }

    private ModelAndView page(ProblemDetail detail, HttpServletRequest request, Locale locale) {
        ModelAndView page = new ModelAndView("error/" + detail.getStatus());
        page.setStatus(HttpStatus.valueOf(detail.getStatus()));
        page.addObject("detail", detail.getDetail());
        page.addObject("viewer", frame.viewer(request, locale));
        return page;
    }
}
