package vn.lienthong.deadline;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.dossier.DossierNumber;

/** Promises that are to be moved, over HTTP: proposed by one person, granted or refused by another. */
@RestController
@RequestMapping("/api/v1")
class ExtensionController {

    private final Extending extending;

    ExtensionController(Extending extending) {
        this.extending = extending;
    }

    record ExtensionList(
            List<Extending.ExtensionView> items, @Nullable String next) {}

    record RefuseRequest(@Nullable String reason) {}

    /** Accepted, not done: the promise moves when the second person says so. */
    @PostMapping("/dossiers/{number}/extensions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Extending.ExtensionView propose(@PathVariable String number, @RequestBody Extension extension, Locale locale) {
        return extending.propose(new DossierNumber(number), extension, locale);
    }

    @GetMapping("/dossiers/{number}/extensions")
    ExtensionList of(@PathVariable String number, Locale locale) {
        return new ExtensionList(extending.of(new DossierNumber(number), locale), null);
    }

    @GetMapping("/extensions")
    ExtensionList open(Locale locale) {
        return new ExtensionList(extending.open(locale), null);
    }

    @GetMapping("/extensions/{id}")
    Extending.ExtensionView one(@PathVariable long id, Locale locale) {
        return extending.get(id, locale);
    }

    @PostMapping("/extensions/{id}/grant")
    Extending.ExtensionView grant(@PathVariable long id, Locale locale) {
        return extending.grant(id, locale);
    }

    @PostMapping("/extensions/{id}/refuse")
    Extending.ExtensionView refuse(@PathVariable long id, @RequestBody RefuseRequest request, Locale locale) {
        return extending.refuse(id, request.reason(), locale);
    }
}
