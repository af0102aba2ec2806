package vn.lienthong.scenarios;

import java.util.List;

/** A story went otherwise than its designer says; told to a designer, who has no use for a stack trace. */
final class StoryFailed extends AssertionError {

    private static final long serialVersionUID = 1L;

    /**
     * @param where how far the story came
     * @param sentences what was to be and what was
     */
    StoryFailed(Scenario story, String where, List<String> sentences) {
        super("\nKịch bản “%s” của thủ tục %s, %s:\n  - %s\n"
                .formatted(story.name(), story.process(), where, String.join("\n  - ", sentences)));
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
