package vn.lienthong.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Appends entries to the chain of their day and unit. */
@Component
class Log {

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final AuditMapper mapper;
    private final Sealing sealing;

    Log(AuditMapper mapper, Sealing sealing) {
        this.mapper = mapper;
        this.sealing = sealing;
    }

    /** In the caller's transaction; from here to its end the others of this unit wait. */
    void append(Entry entry) {
        LocalDate day = sealing.dayOf(entry.at());
        mapper.append(day, entry, entry.subject(), write(entry), beginning(day, entry.unit()));
    }

    static String write(Entry entry) {
        return JSON.writeValueAsString(entry);
    }

    static Entry read(String content) {
        return JSON.readValue(content, Entry.class);
    }

    /** What the first entry of a chain has instead of the hash of an earlier one. */
    static byte[] beginning(LocalDate day, String unit) {
        return Fingerprint.sha256().digest((day + "|" + unit).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] next(byte[] before, String content) {
        MessageDigest digest = Fingerprint.sha256();
        digest.update(before);
        return digest.digest(content.getBytes(StandardCharsets.UTF_8));
    }
}
