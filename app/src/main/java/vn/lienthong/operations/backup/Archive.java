package vn.lienthong.operations.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup to be read, whole and unharmed. */
public final class Archive implements AutoCloseable {

    static final String MANIFEST = "manifest.json";

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Reads all of it once and compares hashes, before anything is done with it.
     *
     * @throws BackupRefused when it is no backup, one of a later product, or harmed
     */
    public static Archive open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused("no-file", file);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new BackupRefused("damaged", file, "zip");
        }
        try {
            var archive = new Archive(zip, manifest(zip, file));
            archive.check(file);
            return archive;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new BackupRefused("damaged", file, MANIFEST);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JSON.readValue(in, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new BackupRefused("format", file, manifest.format());
            }
            return manifest;
        } catch (JacksonException | ZipException e) {
            throw new BackupRefused("damaged", file, MANIFEST);
        }
    }

    private void check(Path file) throws IOException {
        for (Iterator<Map.Entry<String, String>> all = manifest.hashes().iterator(); all.hasNext(); ) {
            Map.Entry<String, String> each = all.next();
            if (!each.getValue().equals(hash(each.getKey()))) {
                throw new BackupRefused("damaged", file, each.getKey());
            }
        }
    }

    private String hash(String entry) throws IOException {
        if (zip.getEntry(entry) == null) {
            return "missing";
        }
        try (var in = new DigestInputStream(read(entry), Sha256.digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (ZipException e) {
            return "unreadable";
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    InputStream read(String entry) throws IOException {
        return zip.getInputStream(zip.getEntry(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
