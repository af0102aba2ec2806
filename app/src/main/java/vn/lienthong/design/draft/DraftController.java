package vn.lienthong.design.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.command.Forbidden;

/** A published procedure text becomes the draft of a folder; nothing is kept here. */
@RestController
@RequestMapping("/api/v1/procedures/drafts")
class DraftController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final CurrentCaller caller;
    private final Clock clock;

    DraftController(CurrentCaller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param text as {@code schemas/procedure-text.schema.json} describes it
     * @return a zip that lies as {@code procedures/} and {@code forms/} do; {@code decisions.md} in it says what to decide
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = "application/zip")
    ResponseEntity<byte[]> draft(@RequestBody Object text, Locale locale) {
        if (!caller.get().holds(Duty.PROCESS_DESIGNER)) {
            throw new Forbidden("draft-procedures");
        }
        Map<String, byte[]> folder = Drafting.folder(text, LocalDate.ofInstant(clock.instant(), ZONE), locale);
        String key = folder.keySet().iterator().next().split("/", -1)[1];
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(key + ".zip", StandardCharsets.US_ASCII)
                                .build()
                                .toString())
                .body(zip(folder));
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
