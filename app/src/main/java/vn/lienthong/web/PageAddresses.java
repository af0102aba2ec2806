package vn.lienthong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Addresses that no page answers, asked for by a browser. Programs get their problem detail as everywhere. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageAddresses {

    private final PageFrame frame;

    PageAddresses(PageFrame frame) {
        this.frame = frame;
    }

    @ExceptionHandler(exception = NoResourceFoundException.class, produces = "text/html")
    ModelAndView nowhere(HttpServletRequest request, Locale locale) {
        return page("error/404", HttpStatus.NOT_FOUND, request, locale);
    }

    @ExceptionHandler(exception = HttpRequestMethodNotSupportedException.class, produces = "text/html")
    ModelAndView notThisWay(HttpServletRequest request, Locale locale) {
        return page("error", HttpStatus.METHOD_NOT_ALLOWED, request, locale);
    }

    @ExceptionHandler(exception = MaxUploadSizeExceededException.class, produces = "text/html")
    ModelAndView tooLarge(HttpServletRequest request, Locale locale) {
        return page("error/413", HttpStatus.CONTENT_TOO_LARGE, request, locale);
    }

    private ModelAndView page(String view, HttpStatusCode status, HttpServletRequest request, Locale locale) {
        ModelAndView page = new ModelAndView(view);
        page.setStatus(status);
        page.addObject("viewer", frame.viewer(request, locale));
        return page;
    }
}
