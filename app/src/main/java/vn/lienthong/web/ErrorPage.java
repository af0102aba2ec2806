package vn.lienthong.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the server sends what was refused before, or failed behind, the product: what was asked for decides how it is told. */
@Controller
class ErrorPage implements ErrorController {

    private final ErrorAnswers answers;

    ErrorPage(ErrorAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request, Locale locale) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        // Nobody opens this address himself.
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return answers.of(
                status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status,
                path == null ? "" : path.toString(),
                request,
                locale);
    }
}
