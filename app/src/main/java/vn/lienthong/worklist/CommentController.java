package vn.lienthong.worklist;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import vn.lienthong.dossier.Reading;

/** Words that colleagues leave each other with a dossier, over HTTP. */
@RestController
@RequestMapping("/api/v1/dossiers/{number}/comments")
class CommentController {

    private final Commenting commenting;

    CommentController(Commenting commenting) {
        this.commenting = commenting;
    }

    record CommentRequest(@Nullable String comment) {}

    /** @param step the step it was said about; null when it was the dossier */
    record CommentView(
            OffsetDateTime at,
            String dossier,
            @Nullable String officer,
            @Nullable String officerName,
            @Nullable String unit,
            @Nullable String step,
            String comment) {

        static CommentView of(Reading.EventView said) {
            Object step = said.details().get("step");
            return new CommentView(
                    Objects.requireNonNull(LineView.local(said.at())),
                    said.dossier(),
                    said.actor(),
                    said.actorName(),
                    said.unit(),
                    step == null ? null : step.toString(),
                    String.valueOf(said.details().get("comment")));
        }
    }

    record CommentList(List<CommentView> items) {}

    /** The latest first; with a citizen's dossier also what was said with its legs. */
    @GetMapping
    CommentList list(@PathVariable String number, Locale locale) {
        return new CommentList(commenting.of(new DossierNumber(number), locale).stream()
                .map(CommentView::of)
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CommentList say(@PathVariable String number, @RequestBody CommentRequest request, Locale locale) {
        commenting.say(new DossierNumber(number), request.comment());
        return list(number, locale);
    }
}
