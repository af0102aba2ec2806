package vn.lienthong.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.lienthong.document.signing.Keystores;
import vn.lienthong.operations.StartRefused.Reason;

/** Every reason not to start is a sentence in two languages, and all of them are told at once. */
class StartChecksTest {

    private static final String GOOD_SECRET = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @TempDir
    Path folder;

    private final Map<String, Object> properties =
            new HashMap<>(Map.of("server.port", "0", "server.address", "127.0.0.1"));

    @Test
    void a_demonstration_in_an_empty_folder_may_start() throws IOException {
        properties.put("lienthong.home", folder.resolve("new").toString());

        try (GenericApplicationContext context = start("demo")) {
            assertThat(context.getEnvironment().getProperty("lienthong.secret")).hasSize(64);
            assertThat(context.getBean(DataFolder.class).path()).isEqualTo(folder.resolve("new"));
        }
    }

    @Test
    void production_says_everything_it_misses_at_once() {
        assertThat(codes("prod")).containsExactly("prod-database", "prod-secret", "prod-identity-provider");
    }

    @Test
    void production_with_all_it_needs_may_start() {
        production();

        start("prod").close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "change-me-change-me-change-me-change-me",
                "9f86d081884c7d659a2feaa0c55ad01",
                "LienThong-LienThong-LienThong-LienThong",
                "this is the default for everybody to read"
            })
    void production_refuses_a_secret_that_is_none(String secret) {
        production();
        properties.put("lienthong.secret", secret);

        assertThat(codes("prod")).containsExactly("prod-secret");
    }

    @Test
    void an_identity_provider_without_an_address_is_none() {
        production();
        properties.put("lienthong.identity.issuer", "");

        assertThat(codes("prod")).containsExactly("prod-identity-provider");
    }

    @Test
    void an_office_without_a_provider_keeps_its_accounts_here() {
        production();
        properties.put("lienthong.identity.issuer", "");
        properties.put("lienthong.identity.local-accounts", "true");

        start("prod").close();
    }

    @Test
    void nobody_has_a_provider_and_passwords_too() {
        production();
        properties.put("lienthong.identity.local-accounts", "true");

        assertThat(codes("prod")).containsExactly("prod-identity-twice");
    }

    @Test
    void the_demonstration_never_opens_to_others() {
        properties.put("lienthong.home", folder.toString());
        properties.put("server.address", "0.0.0.0");

        assertThat(codes("demo")).containsExactly("demo-reachable");
    }

    @Test
    void the_demonstration_never_runs_in_production() {
        production();

        assertThat(codes("prod", "demo")).containsExactly("demo-in-production");
    }

    @Test
    void production_does_not_sign_with_a_key_that_was_made_to_try_things_out() throws IOException {
        production();
        keystore(Keystores.demonstration(folder));

        List<Reason> reasons = reasons("prod");

        assertThat(reasons).extracting(Reason::code).containsExactly("prod-demonstration-key");
        assertThat(reasons.get(0).sentence(Locale.ENGLISH)).contains("an-hoa", "demonstration certificate");
    }

    @Test
    void production_signs_with_an_agencys_own_key() throws Exception {
        production();
        keystore(Keystores.inEarnest(folder));

        start("prod").close();
    }

    @Test
    void a_keystore_that_cannot_be_opened_is_named() throws Exception {
        production();
        keystore(Keystores.inEarnest(folder));
        Files.writeString(folder.resolve("password"), "khác");

        assertThat(codes("prod")).containsExactly("signing-keystore");
    }

    @Test
    void trusted_authorities_that_cannot_be_read_are_named() {
        production();
        properties.put("lienthong.signing.trusted", folder.resolve("none.pem").toString());

        assertThat(codes("prod")).containsExactly("signing-trusted");
    }

    @Test
    void a_program_of_an_agency_needs_a_secret_of_its_own_and_an_agency() throws IOException {
        production();
        client("secret", "too-short");
        assertThat(codes("prod")).containsExactly("client-secret");

        client("secret", "demo-only-police-worker-0123456789abcdef");
        assertThat(codes("prod")).containsExactly("prod-client-secret");

        client("secret-file", folder.resolve("police").toString());
        assertThat(codes("prod")).containsExactly("client-secret-file");

        Files.writeString(folder.resolve("police"), GOOD_SECRET + "\n");
        start("prod").close();

        properties.remove("lienthong.interconnection.clients.police.agencies");
        assertThat(codes("prod")).containsExactly("client-agencies");
    }

    @Test
    void a_program_may_prove_itself_with_tokens_alone() {
        production();
        client("identity", "police-worker");

        start("prod").close();
    }

    private void client(String property, String value) {
        properties.keySet().removeIf(name -> name.startsWith("lienthong.interconnection.clients."));
        properties.put("lienthong.interconnection.clients.police.agencies", "an-hoa-cong-an");
        properties.put("lienthong.interconnection.clients.police." + property, value);
    }

    private void keystore(Path file) {
        properties.put("lienthong.signing.keystores.an-hoa.file", file.toString());
        properties.put(
                "lienthong.signing.keystores.an-hoa.password-file",
                folder.resolve("password").toString());
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        properties.put("lienthong.home", folder.toString());
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            properties.put("server.port", other.getLocalPort());

            List<Reason> reasons = reasons("demo");

            assertThat(reasons).extracting(Reason::code).containsExactly("port-in-use");
            assertThat(reasons.get(0).sentence(Locale.ENGLISH)).contains(" " + other.getLocalPort() + " ");
        }
    }

    @Test
    void a_port_that_does_not_exist_is_refused() {
        properties.put("lienthong.home", folder.toString());
        properties.put("server.port", 70000);

        assertThat(codes("demo")).containsExactly("port-forbidden");
    }

    /** A folder below a file cannot be made by anybody, the super-user included. */
    @Test
    void a_data_folder_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        properties.put("lienthong.home", file.resolve("data").toString());

        List<Reason> reasons = reasons("demo");

        assertThat(reasons).extracting(Reason::code).containsExactly("data-folder-unwritable");
        assertThat(reasons.get(0).sentence(Locale.ENGLISH))
                .contains(file.resolve("data").toString());
    }

    @Test
    void a_data_folder_belongs_to_one_instance_at_a_time() throws IOException {
        DataFolder first = DataFolder.claim(folder);

        StartRefused refused =
                catchThrowableOfType(StartRefused.class, () -> DataFolder.claim(folder, Duration.ofMillis(1)));
        first.close();

        assertThat(refused.reasons())
                .containsExactly(Reason.of(
                        "data-folder-in-use", folder, ProcessHandle.current().pid()));
        DataFolder.claim(folder).close();
    }

    @Test
    void a_platform_without_a_database_of_its_own_is_told() {
        assertThat(StartChecks.hasBinaries("Linux", System.getProperty("os.arch")))
                .isTrue();
        assertThat(StartChecks.hasBinaries("Linux", "riscv64")).isFalse();
        assertThat(StartChecks.hasBinaries("FreeBSD", "amd64")).isFalse();
    }

    /** The text is for the console: both languages, no class names, one line per sentence. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "port-in-use",
                "port-forbidden",
                "address-unknown",
                "data-folder-unwritable",
                "data-folder-in-use",
                "platform",
                "database-down",
                "prod-database",
                "prod-secret",
                "prod-identity-provider",
                "prod-identity-twice",
                "demo-in-production",
                "demo-reachable"
            })
    void every_reason_is_a_sentence_in_two_languages(String code) {
        String text = new StartRefused(List.of(Reason.of(code, 8080, "second"))).text();

        assertThat(text.lines()).hasSize(2).allMatch(line -> line.endsWith("."));
        assertThat(text.lines().findFirst().orElseThrow()).startsWith("Không khởi động được: ");
        assertThat(text).contains("Cannot start: ").doesNotContain("{").doesNotContain("8,080");
    }

    private void production() {
        properties.put("spring.datasource.url", "jdbc:postgresql://db/lienthong");
        properties.put("lienthong.secret", GOOD_SECRET);
        properties.put("lienthong.identity.issuer", "https://id.example.gov.vn");
    }

    private List<String> codes(String... profiles) {
        return reasons(profiles).stream().map(Reason::code).toList();
    }

    private List<Reason> reasons(String... profiles) {
        @Nullable StartRefused refused =
                catchThrowableOfType(StartRefused.class, () -> start(profiles).close());
        assertThat(refused).isNotNull();
        return refused.reasons();
    }

    private GenericApplicationContext start(String... profiles) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        environment.setActiveProfiles(profiles);
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new StartChecks().initialize(context);
        context.refresh();
        return context;
    }
}
