package vn.lienthong.dossier.retention;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.audit.History;

/**
 * Ties what is left of a destroyed dossier to the log: a line of its history holds a hash over all that is left, and the log vouches for
 * that line as for any other.
 */
@Component
public class Vouching {

    private final EmptiedMapper mapper;

    Vouching(EmptiedMapper mapper) {
        this.mapper = mapper;
    }

    /** What has become of a command's lines; of dossiers alone whose remains are as they were left. */
    public List<History.Emptied> emptied(UUID command) {
        return mapper.ofCommand(command).stream()
                .filter(row -> hash(row.dossier()).equals(mapper.vouched(row.dossier())))
                .map(row -> new History.Emptied(row.before(), row.after()))
                .toList();
    }

    /** Over the tombstone and over what the lines of each command came to, before and after. */
    String hash(String dossier) {
        MessageDigest digest = sha256();
        update(digest, String.valueOf(mapper.remains(dossier)));
        mapper.ofDossier(dossier)
                .forEach(row -> update(digest, row.command() + " " + row.before() + " " + row.after()));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
