package vn.lienthong.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

class ABackupIsWholeOrRefusedTest {

    private static final String ENTRY = "tables/dossier.dossier";

    @TempDir
    Path folder;

    @Test
    void what_was_written_is_read_and_nobody_else_reads_it() throws IOException {
        Path file = archive("H99.12-261123-0001\n", Manifest.FORMAT);

        try (Archive archive = Archive.open(file)) {
            assertThat(archive.read(ENTRY)).hasContent("H99.12-261123-0001\n");
            assertThat(archive.manifest().rows()).isEqualTo(1);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("one.backup.part")).doesNotExist();
    }

    @Test
    void a_file_that_ends_too_early_is_refused_wherever_it_ends() throws IOException {
        byte[] whole = Files.readAllBytes(archive("1\n", Manifest.FORMAT));
        for (int length = 0; length < whole.length; length++) {
            Path torn = Files.write(folder.resolve("torn"), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> Archive.open(torn)).as("%s bytes", length).isInstanceOf(BackupRefused.class);
        }
    }

    @Test
    void a_row_that_is_not_what_its_hash_says_is_refused_by_the_name_of_its_table() throws IOException {
        Path file = folder.resolve("changed.backup");
        try (var writer = new ArchiveWriter(file)) {
            writer.add(ENTRY, out -> out.write("changed".getBytes(StandardCharsets.UTF_8)));
            manifest(writer, Manifest.FORMAT, "0".repeat(64));
            writer.finish();
        }

        assertThatThrownBy(() -> Archive.open(file)).hasMessageContainingAll("damaged", ENTRY);
    }

    @Test
    void an_archive_of_another_layout_and_one_of_a_later_product_are_refused() throws IOException {
        Path file = archive("1\n", 2);
        var later = new Tables(new DriverManagerDataSource("jdbc:postgresql://nowhere/"));

        assertThatThrownBy(() -> Archive.open(file)).hasMessageContaining("format");
        assertThatThrownBy(() ->
                        later.create(List.of(new Manifest.Migration("999", "dossier/V999__something_new.sql", 1))))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContainingAll("newer", "dossier/V999__something_new.sql");
    }

    @Test
    void a_backup_that_is_given_up_leaves_nothing() throws IOException {
        Path file = folder.resolve("given-up.backup");

        assertThatThrownBy(() -> {
                    try (var writer = new ArchiveWriter(file)) {
                        writer.add(ENTRY, out -> {
                            throw new IOException("No space left on device");
                        });
                    }
                })
                .hasMessageContaining("No space");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keys_of_the_data_folder_and_those_named_elsewhere_go_along_and_the_database_does_not() throws IOException {
        Path home = folder.resolve("home");
        Path secret = written(home.resolve("secret"));
        Path signing = written(home.resolve("signing/demonstration.p12"));
        written(home.resolve("postgresql/data/base/1"));
        written(home.resolve("lienthong-20261123-101500.backup"));
        Path elsewhere = written(folder.resolve("etc/an-hoa.p12"));
        Path keys = written(folder.resolve("etc/keys/H99.12_2026-11-23.jwk"));
        var environment = new MockEnvironment()
                .withProperty("lienthong.signing.keystores.an-hoa.file", elsewhere.toString())
                .withProperty(
                        "lienthong.interconnection.keys",
                        folder.resolve("etc/keys").toString())
                .withProperty("lienthong.interconnection.peers.police.keys", "https://police.example/keys.json");

        KeyFiles found = KeyFiles.of(home, environment);

        assertThat(found.files()).containsExactlyInAnyOrder(secret, signing, elsewhere, keys);
        assertThat(found.place(signing)).isEqualTo("signing/demonstration.p12");
        assertThat(found.place(elsewhere)).isEqualTo(elsewhere.toString());
    }

    private Path archive(String rows, int format) throws IOException {
        Path file = folder.resolve("one.backup");
        try (var writer = new ArchiveWriter(file)) {
            String sha256 = writer.add(ENTRY, out -> out.write(rows.getBytes(StandardCharsets.UTF_8)));
            manifest(writer, format, sha256);
            writer.finish();
        }
        return file;
    }

    private static void manifest(ArchiveWriter writer, int format, String sha256) throws IOException {
        var table = new Manifest.Table("dossier", "dossier", List.of("number"), 1, ENTRY, sha256);
        var manifest =
                new Manifest(format, Instant.EPOCH, "17", List.of(), List.of(table), Map.of("a.b", 3L), List.of());
        writer.add(Archive.MANIFEST, out -> out.write(Archive.JSON.writeValueAsBytes(manifest)));
    }

    private static Path written(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, "x");
    }
}
