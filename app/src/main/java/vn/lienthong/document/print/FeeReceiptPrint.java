package vn.lienthong.document.print;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fee was paid at the counter.
 *
 * @param receiptNumber as the cashier entered it; null where none was
 * @param name what the fee is called
 * @param amount in đồng
 * @param method how it was paid, in words
 * @param takenBy full name of who took it
 * @param state what the dossier owes by now, in words
 */
public record FeeReceiptPrint(
        Letterhead letterhead,
        String number,
        @Nullable String receiptNumber,
        Person payer,
        String name,
        String subject,
        long amount,
        String method,
        String takenBy,
        Instant takenAt,
        String state)
        implements Print {

    @Override
    public String form() {
        return "fee-receipt";
    }
}
