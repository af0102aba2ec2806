package vn.lienthong.agency;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is and what it may act as. */
@RestController
class MeController {

    private final CurrentCaller caller;
    private final Organisation organisation;
    private final MessageSource messages;

    MeController(CurrentCaller caller, Organisation organisation, MessageSource messages) {
        this.caller = caller;
        this.organisation = organisation;
        this.messages = messages;
    }

    /** @param onBehalfOf the officer whose duty it is, when it was delegated */
    record MyPost(
            String unit,
            String unitName,
            String agency,
            String duty,
            String dutyName,
            @Nullable Person onBehalfOf) {}

    record Person(String username, String fullName) {}

    record Me(String username, String fullName, String locale, List<MyPost> posts) {}

    @GetMapping("/api/v1/me")
    Me me(Locale locale) {
        Caller me = caller.get();
        return new Me(
                me.username(),
                me.fullName(),
                locale.getLanguage(),
                me.posts().stream().map(post -> post(post, locale)).toList());
    }

    private MyPost post(Post post, Locale locale) {
        return new MyPost(
                post.unit(),
                organisation.unit(post.unit()).name(locale),
                organisation.agencyOf(post.unit()),
                post.duty().key(),
                messages.getMessage("agency.duty." + post.duty().key(), null, locale),
                post.onBehalfOf() == null ? null : person(post.onBehalfOf()));
    }

    private Person person(String username) {
        return new Person(
                username, organisation.officer(username).map(Officer::fullName).orElse(username));
    }
}
