package vn.lienthong.document.print;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The head of an official paper (Decree 30/2020/NĐ-CP, appendix I).
 *
 * @param governing the agency above, where the rules want it named
 * @param agency the agency or unit that speaks
 * @param symbol number and symbol of the paper, such as {@code 12/TB-UBND}; null where the form has none
 * @param place the place name before the date
 * @param on the day of the paper
 */
public record Letterhead(
        @Nullable String governing, String agency, @Nullable String symbol, String place, LocalDate on) {

    public Letterhead withSymbol(String number) {
        return new Letterhead(governing, agency, number, place, on);
    }
}
