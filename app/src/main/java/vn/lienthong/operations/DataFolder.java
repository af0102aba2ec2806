package vn.lienthong.operations;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import vn.lienthong.command.OwnerOnly;
import vn.lienthong.operations.StartRefused.Reason;

/**
 * The data folder, claimed by this process for as long as it runs. The claim is a lock of the operating system, so a
 * killed process leaves none behind.
 */
final class DataFolder implements AutoCloseable {

    /** An instance that was just told to stop needs a moment. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws StartRefused when the folder cannot be written or another instance uses it */
    static DataFolder claim(Path path) {
        return claim(path, PATIENCE);
    }

    static DataFolder claim(Path path, Duration patience) {
        try {
            Files.createDirectories(path);
            // Kept by root too: Files.isWritable would promise what a read-only file system does not hold.
            FileChannel channel = FileChannel.open(
                    path.resolve("lienthong.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!lock(channel, patience)) {
                String holder = read(channel);
                channel.close();
                throw new StartRefused(List.of(Reason.of("data-folder-in-use", path, holder)));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new StartRefused(Reason.of("data-folder-unwritable", path), e);
        }
    }

    private static boolean lock(FileChannel channel, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        do {
            try {
                // The byte locked lies behind the text, which others may read even where locks keep readers out.
                if (channel.tryLock(1024, 1, false) != null) {
                    return true;
                }
            } catch (OverlappingFileLockException e) {
                // An instance in this very process.
            }
            sleep();
        } while (System.nanoTime() < end);
        return false;
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(32);
        channel.read(content, 0);
        return new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII);
    }

    Path path() {
        return path;
    }

    /** A secret of this folder alone, made at the first start. */
    String secret() {
        Path file = path.resolve("secret");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[32];
                new SecureRandom().nextBytes(random);
                OwnerOnly.write(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new StartRefused(Reason.of("data-folder-unwritable", path), e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
