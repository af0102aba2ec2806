package vn.lienthong.command;

import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JacksonStdImpl;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;

/**
 * Texts that a request names one by one: a reason, a note, a code. What no column takes and nobody could read is refused where
 * it is read, with the name of the field; the content of a dossier, which is a tree, is looked through by the
 * procedure instead.
 */
@Component
class TextInJson extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** Characters; a drawn signature is the longest that anything asks for, whoever asks for less says so itself. */
    private static final int LONGEST = 400_000;

    TextInJson() {
        super("texts");
        addDeserializer(String.class, new Reading());
    }

    /** A text that was written correctly and is refused all the same. */
    static final class Illegible extends MismatchedInputException {

        private static final long serialVersionUID = 1L;

        private final String code;

        Illegible(JsonParser parser, String code) {
            super(parser, code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Says of itself that it is an ordinary one, so that trees, whose texts are looked through later, are read without it. */
    @JacksonStdImpl
    private static final class Reading extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Reading() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text.length() > LONGEST) {
                throw new Illegible(parser, "too-much-data");
            }
            Legible.fault(text).ifPresent(code -> {
                throw new Illegible(parser, code);
            });
            return text;
        }
    }
}
