package vn.lienthong.worklist;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Organisation;

/**
 * In whose hands a step is today. A line says who took it; absences and delegations say what that means now, so that they
 * begin and end by themselves.
 */
@Component
class Hands {

    private static final Holder NOBODY = new Holder(null, null);

    private final Organisation organisation;
    private final Clock clock;

    Hands(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * @param officer null when anybody of the post may take it
     * @param onBehalfOf whose place the officer takes
     */
    record Holder(@Nullable String officer, @Nullable String onBehalfOf) {}

    Holder of(Line line) {
        String officer = line.assignee();
        String principal = line.onBehalfOf();
        if (officer == null) {
            return NOBODY;
        }
        Instant now = clock.instant();
        if (principal != null && standsIn(officer, principal, line, now)) {
            return new Holder(officer, principal);
        }
        // What was taken in another's place is that officer's again once it is over.
        String own = principal == null ? officer : principal;
        return organisation.isSetFree(own, line.unit(), line.duty(), now) ? NOBODY : new Holder(own, null);
    }

    private boolean standsIn(String officer, String principal, Line line, Instant now) {
        return organisation.postsOf(officer, now).stream()
                .anyMatch(post -> principal.equals(post.onBehalfOf())
                        && post.duty() == line.duty()
                        && post.unit().equals(line.unit()));
    }
}
