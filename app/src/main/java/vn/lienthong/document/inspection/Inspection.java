package vn.lienthong.document.inspection;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/**
 * Looks at a file before it is kept. Name and declared type count for nothing; the content decides, is read to its end and must
 * not do anything when somebody opens it.
 */
@Component
public class Inspection {

    /** Bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final int MEGABYTE = 1024 * 1024;

    /** A large scan takes some hundred megabytes while it is looked at; two at a time fit a small heap. */
    private final Semaphore atATime = new Semaphore(2);

    /** @throws InvalidInput with one fault of the field {@code file} when the file cannot be accepted */
    public FileType inspect(byte[] bytes) {
        if (bytes.length == 0) {
            throw refusal("paper-empty");
        }
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        FileType type = FileType.of(bytes).orElseThrow(() -> refusal("paper-kind-unknown"));
        atATime.acquireUninterruptibly();
        try {
            switch (type) {
                case PDF -> PdfInspection.inspect(bytes);
                case JPEG, PNG -> ImageInspection.inspect(bytes, type);
            }
        } catch (Unacceptable e) {
            throw refusal(e.code(), e.args());
        } finally {
            atATime.release();
        }
        return type;
    }

    /** The refusal of a file beyond {@link #LARGEST}. */
    public static InvalidInput tooLarge() {
        return refusal("paper-too-large", LARGEST / MEGABYTE);
    }

    private static InvalidInput refusal(String code, Object... args) {
        return new InvalidInput(Problem.of("file", code, args));
    }
}
