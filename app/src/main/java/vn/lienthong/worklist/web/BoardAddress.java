package vn.lienthong.worklist.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.worklist.Condition;
import vn.lienthong.worklist.Dimension;
import vn.lienthong.worklist.Scope;

/** What the address of a page of the board says; what is left out or unknown restricts nothing. */
record BoardAddress(
        @Nullable String state,
        @Nullable String by,
        @Nullable String agency,
        @Nullable String unit,
        @Nullable String leg,
        @Nullable String officer,
        @Nullable String procedure,
        @Nullable String after) {

    Condition condition() {
        return Condition.ofKey(state == null ? "" : state).orElse(Condition.LATE);
    }

    Dimension dimension() {
        return Dimension.ofKey(by == null ? "" : by).orElse(Dimension.AGENCY);
    }

    Scope scope() {
        return new Scope(
                blankToNull(agency), blankToNull(unit), blankToNull(leg), blankToNull(officer), blankToNull(procedure));
    }

    @Nullable String cursor() {
        return blankToNull(after);
    }

    static String board(Dimension dimension, Scope scope) {
        return within(UriComponentsBuilder.fromPath("/board").queryParam("by", dimension.key()), scope);
    }

    static String lines(Condition condition, Scope scope, @Nullable String after) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/board/lines").queryParam("state", condition.key());
        if (after != null) {
            address.queryParam("after", after);
        }
        return within(address, scope);
    }

    private static String within(UriComponentsBuilder address, Scope scope) {
        Arrays.stream(Dimension.values())
                .filter(dimension -> scope.value(dimension) != null)
                .forEach(dimension -> address.queryParam(dimension.key(), scope.value(dimension)));
        return address.encode().build().toUriString();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
