package vn.lienthong.command;

import java.util.List;
import java.util.stream.Collectors;

/** The input has faults. Carries all of them; nothing was done. Answered as 422. */
public class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidInput(List<Problem> problems) {
        super(problems.stream().map(p -> p.field() + " " + p.code()).collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    public InvalidInput(Problem... problems) {
        this(List.of(problems));
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Throws when there is at least one fault. */
    public static void ifAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
