package vn.lienthong.worklist.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.web.Chip;
import vn.lienthong.worklist.Dimension;
import vn.lienthong.worklist.Scope;

/** The filters of the board in words, each with the address without it. */
@Component
class BoardChips {

    private final Organisation organisation;
    private final Catalogue catalogue;
    private final MessageSource messages;

    BoardChips(Organisation organisation, Catalogue catalogue, MessageSource messages) {
        this.organisation = organisation;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    List<Chip> of(Scope scope, Function<Scope, String> address, Locale locale) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> scope.value(dimension) != null)
                .map(dimension -> new Chip(
                        messages.getMessage("worklist.board.by." + dimension.key(), null, locale) + ": "
                                + name(dimension, Objects.requireNonNull(scope.value(dimension)), locale),
                        address.apply(scope.with(dimension, null))))
                .toList();
    }

    private String name(Dimension dimension, String value, Locale locale) {
        return switch (dimension) {
            case AGENCY, UNIT ->
                organisation.find(value).map((Unit unit) -> unit.name(locale)).orElse(value);
            case OFFICER ->
                value.equals(Scope.NOBODY)
                        ? messages.getMessage("web.worklist.free", null, locale)
                        : organisation.officer(value).map(Officer::fullName).orElse(value);
            case PROCEDURE -> procedure(value, null, locale);
            case LEG ->
                value.contains("/")
                        ? procedure(
                                value.substring(0, value.indexOf('/')), value.substring(value.indexOf('/') + 1), locale)
                        : value;
        };
    }

    private String procedure(String key, @Nullable String leg, Locale locale) {
        List<LocalDate> editions = catalogue.editions(key);
        if (editions.isEmpty()) {
            return key;
        }
        var edition = catalogue.edition(key, editions.get(editions.size() - 1));
        String name = edition.names().in(locale);
        return leg == null || edition.leg(leg).isEmpty()
                ? name
                : catalogue.procedure(edition.ref()).nameOfLeg(leg, locale);
    }
}
