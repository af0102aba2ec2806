package vn.lienthong.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.agency.CurrentCaller;

/** Leads everybody to where their duty begins. */
@Controller
class StartPage {

    private final CurrentCaller callers;

    StartPage(CurrentCaller callers) {
        this.callers = callers;
    }

    @GetMapping("/")
    String start() {
        return "redirect:" + PageFrame.start(callers.get());
    }
}
