package vn.lienthong.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A data folder on a disk of 700 MB that somebody fills: uploads are answered with 507, nothing is stored in part, and everything goes
 * on when there is room. No part of the normal run, because only root may mount: {@code -Dtest=TheDiskRunsFullProof}.
 */
@Tag("process")
class TheDiskRunsFullProof {

    private static final Logger LOG = LoggerFactory.getLogger(TheDiskRunsFullProof.class);

    private static final long LITTLE = 64L << 20;

    private static final String BOUNDARY = "a-boundary";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void nothing_is_accepted_without_room_and_everything_goes_on_when_there_is_some() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=700m", "tmpfs", disk.toString());
        try (Installation ward = new Installation("ward", disk)) {
            ward.start();
            var reception = new Officer(ward, ward.address(), "tiepnhan");
            String number = reception
                    .post("dossiers", Applications.of(0), "dossier-0")
                    .body()
                    .path("number")
                    .asString();
            assertThat(upload(ward, number, 1).statusCode()).isEqualTo(201);
            Books books = Books.of(ward);
            List<String> before = stored(books);

            Path filler = fill(disk);
            HttpResponse<String> refused = upload(ward, number, 2);

            LOG.info("{} {}", refused.statusCode(), refused.body());
            assertThat(refused.statusCode()).isEqualTo(507);
            assertThat(refused.body()).contains("Hệ thống hết chỗ lưu trữ", "không có gì được lưu dở dang");
            assertThat(stored(books)).isEqualTo(before);
            assertThat(reception.once("dossiers/" + number)).as("reading").isEqualTo(200);
            assertThat(readiness(ward)).isEqualTo(503);

            Files.delete(filler);

            assertThat(readiness(ward)).isEqualTo(200);
            assertThat(upload(ward, number, 2).statusCode()).isEqualTo(201);
            assertThat(stored(books)).hasSize(before.size() + 1);
            Auditor.everyInstallationHolds(List.of(ward));
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static Path fill(Path disk) throws IOException {
        Path filler = disk.resolve("filler");
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(disk).getUsableSpace() > LITTLE) {
                out.write(megabyte);
            }
        }
        return filler;
    }

    private static List<String> stored(Books books) {
        return books.strings("select encode(sha256, 'hex') from document.content order by 1");
    }

    private static int readiness(Installation node) throws IOException, InterruptedException {
        URI address = node.address().resolve("/actuator/health/readiness");
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpResponse<String> upload(Installation node, String number, int n) throws Exception {
        String credentials = Base64.getEncoder().encodeToString("tiepnhan:demo".getBytes(StandardCharsets.UTF_8));
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"paper\"\r\n\r\ngiay-bao-tu\r\n--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"giay.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n" + pdf(n) + "\r\n--" + BOUNDARY + "--\r\n";
        HttpRequest request = HttpRequest.newBuilder(
                        node.address().resolve("/api/v1/dossiers/" + number + "/documents"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    /** The smallest file that is one, different for each number. */
    private static String pdf(int n) throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (var document = new org.apache.pdfbox.pdmodel.PDDocument()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            document.getDocumentInformation().setTitle("Paper " + n);
            document.save(out);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
