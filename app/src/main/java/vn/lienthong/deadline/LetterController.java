package vn.lienthong.deadline;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.dossier.DossierNumber;

/** Letters of apology over HTTP: draft, approval, signature, and which promises were broken without one. */
@RestController
@RequestMapping("/api/v1")
class LetterController {

    private final Letters letters;

    LetterController(Letters letters) {
        this.letters = letters;
    }

    record LetterList(
            List<Letters.LetterView> items, @Nullable String next) {}

    record OwedList(List<Letters.OwedView> items, @Nullable String next) {}

    /** @param days working days after the promise; as drafted when null */
    record ApproveRequest(@Nullable String reason, @Nullable Integer days) {}

    record ReasonRequest(@Nullable String reason) {}

    @GetMapping("/apologies")
    LetterList open(Locale locale) {
        return new LetterList(letters.open(locale), null);
    }

    @GetMapping("/apologies/owed")
    OwedList owed(Locale locale) {
        return new OwedList(letters.owed(locale), null);
    }

    @PostMapping("/dossiers/{number}/apologies")
    @ResponseStatus(HttpStatus.CREATED)
    Letters.LetterView draft(@PathVariable String number, Locale locale) {
        return letters.draft(new DossierNumber(number), locale);
    }

    @GetMapping("/apologies/{id}")
    Letters.LetterView one(@PathVariable long id, Locale locale) {
        return letters.get(id, locale);
    }

    /** The letter on paper; before it is signed, what it would be. */
    @GetMapping("/apologies/{id}/letter")
    ResponseEntity<byte[]> letter(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(letters.pdf(id));
    }

    @PostMapping("/apologies/{id}/approve")
    Letters.LetterView approve(@PathVariable long id, @RequestBody ApproveRequest request, Locale locale) {
        return letters.approve(id, request.reason(), request.days(), locale);
    }

    @PostMapping("/apologies/{id}/return")
    Letters.LetterView giveBack(@PathVariable long id, @RequestBody ReasonRequest request, Locale locale) {
        return letters.giveBack(id, request.reason(), locale);
    }

    @PostMapping("/apologies/{id}/sign")
    Letters.LetterView sign(@PathVariable long id, Locale locale) {
        return letters.sign(id, locale);
    }

    @PostMapping("/apologies/{id}/sent")
    Letters.LetterView handedOver(@PathVariable long id, Locale locale) {
        return letters.handedOver(id, locale);
    }

    @PostMapping("/apologies/{id}/drop")
    Letters.LetterView drop(@PathVariable long id, @RequestBody ReasonRequest request, Locale locale) {
        return letters.drop(id, request.reason(), locale);
    }
}
