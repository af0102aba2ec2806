package vn.lienthong.operations.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.lienthong.command.OwnerOnly;

/** A backup that is being written: beside its place and for the owner only, in its place when it is complete. */
final class ArchiveWriter implements AutoCloseable {

    private final Path file;
    private final Path draft;
    private final DigestOutputStream whole;
    private final ZipOutputStream zip;

    ArchiveWriter(Path file) throws IOException {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".part");
        OutputStream out = Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OwnerOnly.restrict(draft);
        whole = new DigestOutputStream(new BufferedOutputStream(out, 1 << 16), Sha256.digest());
        zip = new ZipOutputStream(whole);
        // Papers are compressed already; the rest shrinks enough.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** What writes itself into a stream. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @return the hash of what was written */
    String add(String entry, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(entry));
        var hashed = new DigestOutputStream(unclosed(zip), Sha256.digest());
        content.writeTo(hashed);
        hashed.flush();
        zip.closeEntry();
        return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    }

    /** Puts it in its place, on the disk.
     *
     * @return the hash of the whole file
     */
    String finish() throws IOException {
        zip.close();
        try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return HexFormat.of().formatHex(whole.getMessageDigest().digest());
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {
                // The next entry follows.
            }
        };
    }

    /** What is not finished is taken away. */
    @Override
    public void close() throws IOException {
        try {
            zip.close();
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
