package vn.lienthong.document.print;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Results were handed over: what, by whom, to whom, and what is still to come.
 *
 * @param desk the unit that handed them over
 * @param collector who took them; null when they went by post or electronically
 * @param method how, in words
 * @param waybill number of the parcel when they went by post
 * @param promisedAt for when they were promised; null for a part of them, which was promised for no day of its own
 * @param later what is not there yet
 * @param signature drawn on the screen, as an address that an {@code img} takes; null when it stands on paper
 */
public record ReturnSlipPrint(
        Letterhead letterhead,
        String number,
        String desk,
        Instant returnedAt,
        String returnedBy,
        Person applicant,
        String subject,
        @Nullable Collector collector,
        String method,
        @Nullable String waybill,
        @Nullable Instant promisedAt,
        List<Result> results,
        List<Later> later,
        @Nullable String signature,
        Contact contact)
        implements Print {

    /**
     * Who took the results.
     *
     * @param capacity applicant or authorised by the applicant, in words
     * @param authorisation the paper that says so; null for the applicant
     */
    public record Collector(
            String fullName,
            @Nullable String identityNumber,
            String capacity,
            @Nullable String authorisation) {}

    /** @param number the result's own number, such as {@code 12/TLKT}; null where it has none */
    public record Result(String name, @Nullable String number, String agency) {}

    /** @param dueAt null while no day can be named */
    public record Later(
            String name, String agency, @Nullable Instant dueAt) {}

    public ReturnSlipPrint {
        results = List.copyOf(results);
        later = List.copyOf(later);
    }

    @Override
    public String form() {
        return "return-slip";
    }
}
