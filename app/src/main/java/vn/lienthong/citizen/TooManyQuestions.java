package vn.lienthong.citizen;

import java.time.Duration;

/** The question was not even looked at: too many wrong ones came before, or too many at all. */
class TooManyQuestions extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyQuestions(Duration wait) {
        super("too many questions");
        this.wait = wait;
    }

    /** Whole seconds, rounded up. */
    long seconds() {
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
