package vn.lienthong.document.print;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who signs.
 *
 * @param capacity lines above the signature, such as {@code KT. CHỦ TỊCH} and {@code PHÓ CHỦ TỊCH}
 * @param fullName null leaves room for a name written by hand
 */
public record Signature(List<String> capacity, @Nullable String fullName) {

    public Signature {
        capacity = List.copyOf(capacity);
    }
}
