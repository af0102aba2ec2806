package vn.lienthong.deadline;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who hears when at an agency, over HTTP. */
@RestController
@RequestMapping("/api/v1/agencies/{agency}/ladders")
class LadderController {

    private final ChangingLadder ladders;

    LadderController(ChangingLadder ladders) {
        this.ladders = ladders;
    }

    record LadderRequest(@Nullable List<ChangingLadder.RungWish> rungs) {}

    @GetMapping
    ChangingLadder.LaddersView of(@PathVariable String agency, Locale locale) {
        return ladders.of(agency, locale);
    }

    /** Replaces the ladder of a level; an empty list calls nobody. */
    @PutMapping("/{of}")
    ChangingLadder.LaddersView change(
            @PathVariable String agency, @PathVariable String of, @RequestBody LadderRequest request, Locale locale) {
        ladders.change(agency, of, request.rungs() == null ? List.of() : request.rungs());
        return ladders.of(agency, locale);
    }

    /** The usual ladder again. */
    @DeleteMapping("/{of}")
    ChangingLadder.LaddersView usual(@PathVariable String agency, @PathVariable String of, Locale locale) {
        ladders.change(agency, of, null);
        return ladders.of(agency, locale);
    }
}
