package vn.lienthong.procedure.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing a script may ask of a value: the meaning of a method name for one kind of receiver. */
@FunctionalInterface
interface Word {

    /**
     * @param self the receiver; for a word of a type ({@code LocalDate.of}) the name of the type
     * @param args plain values, or {@link Block}s
     */
    @Nullable Object apply(Evaluation run, Object self, List<@Nullable Object> args);

    /** A closure of the script: code, never data. Handed to words only. */
    interface Block {

        int parameters();

        @Nullable Object call(@Nullable Object... args);
    }
}
