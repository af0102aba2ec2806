package vn.lienthong.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Organisation;
import vn.lienthong.notification.MessageMapper.NewMessage;
import vn.lienthong.notification.Outbox.State;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.TimeMachine;

/** Messages reach a real mail server and a real gateway, wait while these are away, and stop at a person. */
@ModuleTest
class SendingTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T02:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-20T15:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MessageMapper messages;
    private final TransactionTemplate transaction;
    private final TimeMachine time;
    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Calendars calendars;
    private final TellingOfficers officers;
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    SendingTest(
            MessageMapper messages,
            TransactionTemplate transaction,
            TimeMachine time,
            JdbcClient jdbc,
            Organisation organisation,
            Calendars calendars,
            TellingOfficers officers) {
        this.messages = messages;
        this.transaction = transaction;
        this.time = time;
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.calendars = calendars;
        this.officers = officers;
    }

    @BeforeEach
    void aMailServer() {
        server.start();
        jdbc.sql("delete from notification.message").update();
        time.set(MORNING);
    }

    @AfterEach
    void stop() {
        server.stop();
        time.reset();
        jdbc.sql("delete from notification.message").update();
    }

    @Test
    void a_message_arrives_once_with_its_vietnamese_intact() throws MessagingException, IOException {
        aMail();
        Sending sending = through(server.getSmtp().getPort());

        assertThat(sending.sendDue()).isEqualTo(1);
        assertThat(sending.sendDue()).isZero();

        assertThat(server.getReceivedMessages()).hasSize(1);
        var letter = server.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("Đã tiếp nhận hồ sơ");
        assertThat(letter.getContent().toString()).contains("Nguyễn Thị Thanh Hà");
        assertThat(letter.getMessageID()).isEqualTo("<H99.12-261120-0001." + id() + "@lienthong.invalid>");
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void nothing_is_sent_before_what_it_tells_of_is_committed() {
        Sending sending = through(server.getSmtp().getPort());

        transaction.executeWithoutResult(tx -> {
            aMail();
            assertThat(CompletableFuture.supplyAsync(sending::sendDue).join()).isZero();
        });
        assertThat(sending.sendDue()).isEqualTo(1);
        transaction.executeWithoutResult(tx -> {
            aMail();
            tx.setRollbackOnly();
        });
        assertThat(sending.sendDue()).isZero();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void while_the_server_is_away_it_waits_longer_each_time_and_then_needs_a_person() {
        aMail();
        Sending nowhere = through(1);

        for (int attempt = 1; attempt <= Sending.MOST_ATTEMPTS; attempt++) {
            assertThat(nowhere.sendDue()).as("attempt %d", attempt).isEqualTo(1);
            assertThat(nowhere.sendDue()).as("too early").isZero();
            time.set(time.now().plus(Sending.waitAfter(attempt)).plusSeconds(1));
        }

        assertThat(state()).isEqualTo("FAILED");
        assertThat(messages.backlog(time.now()).failed()).isEqualTo(1);
        assertThat(Duration.between(MORNING, time.now())).isBetween(Duration.ofHours(20), Duration.ofHours(30));
        messages.retry(id(), time.now());
        assertThat(through(server.getSmtp().getPort()).sendDue()).isEqualTo(1);
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void an_address_that_no_server_takes_needs_a_person_at_once() {
        insert(Message.Channel.EMAIL, "không phải địa chỉ");

        through(server.getSmtp().getPort()).sendDue();

        assertThat(state()).isEqualTo("FAILED");
    }

    @Test
    void what_a_dead_node_had_taken_is_taken_over() {
        aMail();
        var channels = List.of(Message.Channel.EMAIL);
        assertThat(messages.take(time.now(), time.now().plus(Sending.TAKEN_FOR), channels, 10))
                .hasSize(1);
        Sending other = through(server.getSmtp().getPort());
        assertThat(other.sendDue()).isZero();

        time.set(time.now().plus(Sending.TAKEN_FOR).plus(Duration.ofSeconds(1)));

        assertThat(other.sendDue()).isEqualTo(1);
    }

    @Test
    void a_telephone_gets_an_sms_through_the_gateway() throws IOException {
        insert(Message.Channel.SMS, "0912 000 123");
        try (var gateway = new Gateway(202)) {
            sms(gateway.url()).sendDue();

            assertThat(gateway.requests).singleElement().satisfies(request -> {
                assertThat(request.path("to").asString()).isEqualTo("+84912000123");
                assertThat(request.path("text").asString()).contains("Nguyễn Thị Thanh Hà");
                assertThat(request.path("reference").asString()).isEqualTo(Long.toString(id()));
            });
            assertThat(gateway.tokens).containsExactly("Bearer bi-mat");
        }
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void a_gateway_out_of_order_is_asked_again_and_one_that_refuses_is_not() throws IOException {
        insert(Message.Channel.SMS, "0912000123");
        try (var gateway = new Gateway(503)) {
            sms(gateway.url()).sendDue();
        }
        assertThat(state()).isEqualTo("NEW");

        time.set(time.now().plus(Sending.FIRST_WAIT).plusSeconds(1));
        try (var gateway = new Gateway(422)) {
            sms(gateway.url()).sendDue();
        }
        assertThat(state()).isEqualTo("FAILED");
    }

    @Test
    void at_night_no_telephone_rings_and_mail_goes_out() throws IOException {
        time.set(NIGHT);
        insert(Message.Channel.SMS, "0912000123");
        aMail();
        try (var gateway = new Gateway(202)) {
            Sending sending = sending(server.getSmtp().getPort(), gateway.url());
            assertThat(sending.sendDue()).isEqualTo(1);
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(gateway.requests).isEmpty();
            assertThat(messages.backlog(time.now()).oldestAt())
                    .as("nobody need worry")
                    .isNull();

            time.set(Instant.parse("2026-11-20T23:59:59Z"));
            assertThat(sending.sendDue()).isZero();
            time.set(Instant.parse("2026-11-21T00:00:00Z"));
            assertThat(sending.sendDue()).isEqualTo(1);
            assertThat(gateway.requests).hasSize(1);
        }
    }

    @Test
    void what_is_urgent_is_told_at_night_too() throws IOException {
        time.set(NIGHT);
        insert("draft-to-confirm", Message.Channel.SMS, "0912000123");
        try (var gateway = new Gateway(202)) {
            assertThat(sms(gateway.url()).sendDue()).isEqualTo(1);
        }
    }

    @Test
    void a_gateway_that_fails_in_the_evening_is_asked_again_in_the_morning() throws IOException {
        time.set(Instant.parse("2026-11-20T13:59:50Z"));
        insert(Message.Channel.SMS, "0912000123");
        try (var gateway = new Gateway(503)) {
            sms(gateway.url()).sendDue();
        }
        time.set(time.now().plus(Sending.FIRST_WAIT).plusSeconds(1));
        try (var gateway = new Gateway(202)) {
            assertThat(sms(gateway.url()).sendDue()).as("quiet since nine").isZero();
            time.set(Instant.parse("2026-11-21T00:00:00Z"));
            assertThat(sms(gateway.url()).sendDue()).isEqualTo(1);
        }
        assertThat(jdbc.sql("select attempts from notification.message")
                        .query(Integer.class)
                        .single())
                .as("holding back is no attempt")
                .isEqualTo(2);
    }

    @Test
    void without_a_mail_server_and_a_gateway_nothing_is_touched() {
        aMail();

        assertThat(sending(null, null).sendDue()).isZero();
        assertThat(state()).isEqualTo("NEW");
    }

    private void aMail() {
        insert(Message.Channel.EMAIL, "ha.nguyen@example.vn");
    }

    private void insert(Message.Channel channel, String recipient) {
        insert("received", channel, recipient);
    }

    private void insert(String notice, Message.Channel channel, String recipient) {
        messages.insert(List.of(new NewMessage(
                "H99.12-261120-0001",
                "an-hoa-mot-cua",
                notice,
                channel,
                recipient,
                "vi",
                "Đã tiếp nhận hồ sơ",
                "Kính gửi ông/bà Nguyễn Thị Thanh Hà",
                State.NEW,
                time.now())));
    }

    private Sending through(int port) {
        return sending(port, null);
    }

    private Sending sms(URI gateway) {
        return sending(null, gateway);
    }

    private Sending sending(@Nullable Integer port, @Nullable URI gateway) {
        var settings = new NotificationSettings(
                "khong-tra-loi@lienthong.invalid",
                Duration.ofMinutes(15),
                new NotificationSettings.Sms(gateway, "bi-mat", Duration.ofSeconds(5)),
                List.of(new NotificationSettings.Quiet(
                        Message.Channel.SMS, null, LocalTime.of(21, 0), LocalTime.of(7, 0), false, "night")),
                Map.of("draft-to-confirm", "one day to answer"));
        var beans = new StaticListableBeanFactory();
        if (port != null) {
            var mail = new JavaMailSenderImpl();
            mail.setHost("127.0.0.1");
            mail.setPort(port);
            beans.addBean("mail", mail);
        }
        return new Sending(
                messages,
                List.of(
                        new MailCarrier(beans.getBeanProvider(JavaMailSender.class), settings),
                        new SmsCarrier(settings, JSON)),
                new QuietHours(settings, organisation, calendars),
                officers,
                new EngineClock());
    }

    private String state() {
        return jdbc.sql("select state from notification.message")
                .query(String.class)
                .single();
    }

    private long id() {
        return jdbc.sql("select id from notification.message").query(Long.class).single();
    }

    /** An SMS gateway on this machine that always answers the same. */
    private static final class Gateway implements AutoCloseable {

        private final HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        private final List<JsonNode> requests = new ArrayList<>();
        private final List<String> tokens = new ArrayList<>();

        Gateway(int status) throws IOException {
            http.createContext("/sms", exchange -> {
                requests.add(
                        JSON.readTree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            http.start();
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/sms");
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }
}
