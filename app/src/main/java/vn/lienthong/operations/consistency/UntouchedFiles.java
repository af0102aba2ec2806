package vn.lienthong.operations.consistency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Whether every file is still what was handed in: its hash is computed here and not by the database. */
@Component
class UntouchedFiles {

    private final ConsistencyView view;

    UntouchedFiles(ConsistencyView view) {
        this.view = view;
    }

    /** @return how many files were read */
    long check(Consumer<Finding> findings) {
        var read = new AtomicLong();
        MessageDigest sha256 = sha256();
        view.files(row -> {
            ConsistencyView.File file = Objects.requireNonNull(row.getResultObject());
            read.incrementAndGet();
            boolean sameSize = file.size() == null || file.size() == file.bytes().length;
            if (!sameSize || !Arrays.equals(file.sha256(), sha256.digest(file.bytes()))) {
                findings.accept(
                        new Finding(Question.FILE_CHANGED, HexFormat.of().formatHex(file.sha256()), null));
            }
        });
        return read.get();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
