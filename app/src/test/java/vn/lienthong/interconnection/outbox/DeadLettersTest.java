package vn.lienthong.interconnection.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.TimeMachine;

/** Whoever answers for a unit sees what it could not get rid of, sends it again or gives it up; nobody sees its content. */
@ModuleTest
class DeadLettersTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T02:00:00Z");
    private static final String SECRET = "Nguyễn Thị Thanh Hà 048185000123";

    @RegisterExtension
    static final Browser browser = new Browser();

    private final OutboxMapper messages;
    private final Outbox outbox;
    private final BacklogHealth health;
    private final Receiving receiving;
    private final CurrentCaller callers;
    private final TransactionTemplate transaction;
    private final TimeMachine time;
    private final Database database;
    private final JdbcClient jdbc;
    private final MockMvc web;
    private final World world = new World();

    private String dossier = "";
    private UUID ours = UUID.randomUUID();
    private UUID others = UUID.randomUUID();
    private UUID nobodys = UUID.randomUUID();

    @Autowired
    DeadLettersTest(
            OutboxMapper messages,
            Outbox outbox,
            BacklogHealth health,
            Receiving receiving,
            CurrentCaller callers,
            TransactionTemplate transaction,
            TimeMachine time,
            Database database,
            JdbcClient jdbc,
            MockMvc web) {
        this.messages = messages;
        this.outbox = outbox;
        this.health = health;
        this.receiving = receiving;
        this.callers = callers;
        this.transaction = transaction;
        this.time = time;
        this.database = database;
        this.jdbc = jdbc;
        this.web = web;
    }

    @BeforeEach
    void threeThatNobodyTook() {
        database.empty();
        time.set(MORNING);
        SampleDossier sample = SampleDossier.of("death-registration/05-merit-two-agencies");
        dossier = callers.as(
                "tiepnhan",
                () -> receiving
                        .receive(new Application(
                                sample.procedure(), "COUNTER", sample.applicant(), sample.data(), sample.papers()))
                        .value());
        jdbc.sql("delete from interconnection.outbox").update();
        ours = put("so-noi-vu", dossier, new About("an-hoa-mot-cua", dossier));
        put("so-noi-vu", dossier, new About("an-hoa-mot-cua", dossier));
        others = put("so-noi-vu", "H99.13-261120-0001", new About("phu-loc-mot-cua", null));
        nobodys = put("so-noi-vu", "keys", About.NOTHING);
        world.refusing(body -> true);
        try (var node = new Node(
                messages, transaction, Node.settings(false, Duration.ofMinutes(2)), new EngineClock(), world)) {
            node.carryDue();
        }
    }

    @AfterEach
    void now() {
        time.reset();
        database.empty();
    }

    @Test
    void a_supervisor_sees_those_of_the_own_part_of_the_organisation() throws Exception {
        list("giamsat")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(ours.toString()))
                .andExpect(jsonPath("$.items[0].dossier").value(dossier))
                .andExpect(jsonPath("$.items[0].lastAnswer").value("HTTP 422 invalid"))
                .andExpect(jsonPath("$.items[0].behind").value(1));
        list("giamsat2")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(others.toString()));
    }

    @Test
    void the_technical_administrator_sees_all_but_not_what_they_are_about() throws Exception {
        String body = list("quantri")
                .andExpect(jsonPath("$.items.length()").value(3))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(body).doesNotContain(dossier, "H99.13", SECRET, "048185000123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiepnhan", "hotich", "lanhdao", "thanhtra", "thietke"})
    void nobody_else_sees_any(String who) throws Exception {
        list(who).andExpect(status().isForbidden());
        act(who, ours, "retry").andExpect(status().isForbidden());
    }

    @Test
    void the_list_goes_on_where_the_page_before_ended() throws Exception {
        String first = web.perform(get("/api/v1/handovers/dead-letters")
                        .param("limit", "2")
                        .with(httpBasic("quantri", "demo")))
                .andExpect(jsonPath("$.items[0].id").value(nobodys.toString()))
                .andExpect(jsonPath("$.items[1].id").value(others.toString()))
                .andReturn()
                .getResponse()
                .getContentAsString();

        web.perform(get("/api/v1/handovers/dead-letters")
                        .param("limit", "2")
                        .param("after", others.toString())
                        .with(httpBasic("quantri", "demo")))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").doesNotExist());
        assertThat(first).contains("\"next\":\"" + others);
    }

    @Test
    void sent_again_it_waits_for_its_turn_and_the_history_says_so() throws Exception {
        act("giamsat", ours, "retry").andExpect(status().isNoContent());

        assertThat(state(ours)).isEqualTo(Outbox.State.WAITING);
        assertThat(happened("message-redriven")).isEqualTo(1);
        act("giamsat", ours, "retry").andExpect(status().isConflict());
        act("giamsat", others, "retry").andExpect(status().isNotFound());
        assertThat(happened("message-redriven")).isEqualTo(1);
    }

    @Test
    void giving_up_takes_a_reason_and_somebody_who_knows_what_it_is_about() throws Exception {
        abandon("giamsat", ours, "").andExpect(status().isUnprocessableContent());
        abandon("quantri", ours, "không cần").andExpect(status().isForbidden());
        assertThat(state(ours)).isEqualTo(Outbox.State.DEAD);

        abandon("giamsat", ours, "Đã gửi bằng văn bản giấy.").andExpect(status().isNoContent());
        abandon("quantri", nobodys, "khóa cũ").andExpect(status().isNoContent());

        assertThat(state(ours)).isEqualTo(Outbox.State.ABANDONED);
        assertThat(state(nobodys)).isEqualTo(Outbox.State.ABANDONED);
        assertThat(happened("message-abandoned")).isEqualTo(1);
    }

    @Test
    void a_dead_one_and_an_old_one_want_attention() {
        var late = new Outbox.Backlog("tax", 3, 0, MORNING.minus(Duration.ofMinutes(16)));
        var fine = new Outbox.Backlog("police", 3, 0, MORNING.minus(Duration.ofMinutes(14)));

        assertThat(judged(List.of())).isEqualTo("UP");
        assertThat(judged(List.of(fine))).isEqualTo("UP");
        assertThat(judged(List.of(fine, late))).isEqualTo("RESTRICTED");
        assertThat(judged(List.of(new Outbox.Backlog("tax", 0, 1, null)))).isEqualTo("RESTRICTED");
    }

    @Test
    void figures_by_destination_are_there_to_be_collected() throws Exception {
        health.look();

        String figures = web.perform(get("/actuator/prometheus").with(httpBasic("quantri", "demo")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(figures)
                .containsPattern("lienthong_interconnection_dead\\{[^}]*destination=\"so-noi-vu\"[^}]*} 3.0")
                .containsPattern("lienthong_interconnection_waiting\\{[^}]*destination=\"so-noi-vu\"[^}]*} 1.0")
                .containsPattern("lienthong_interconnection_age_seconds\\{[^}]*destination=\"so-noi-vu\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void the_page_says_what_is_stuck_what_waits_behind_it_and_what_to_do(String language) {
        Page page = browser.as("giamsat");

        page.navigate("/handovers/dead-letters?lang=" + language);
        browser.look(page, "dead-letters-" + language);
        assertThat(page.innerText("main")).contains(dossier, "HTTP 422 invalid").doesNotContain(SECRET);
        page.click("a.btn-grave");
        browser.look(page, "dead-letters-abandon-" + language);
        page.fill("[name=reason]", "Đã gửi bằng văn bản giấy.");
        page.click("main button[type=submit]");

        assertThat(page.url()).endsWith("/handovers/dead-letters");
        assertThat(state(ours)).isEqualTo(Outbox.State.ABANDONED);
        browser.look(page, "dead-letters-none-" + language);
    }

    @Test
    void a_supervisor_sends_it_again_with_one_click() {
        Page page = browser.as("giamsat");
        page.navigate("/handovers/dead-letters");

        page.click("main form button");

        assertThat(state(ours)).isEqualTo(Outbox.State.WAITING);
    }

    private UUID put(String destination, String stream, About about) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(tx -> outbox.put(id, destination, stream, "handover.sent", SECRET, about));
        return id;
    }

    private Outbox.State state(UUID id) {
        return outbox.find(id).orElseThrow().state();
    }

    private int happened(String what) {
        return jdbc.sql("select count(*) from dossier.event where dossier = :dossier and what = :what")
                .param("dossier", dossier)
                .param("what", what)
                .query(Integer.class)
                .single();
    }

    private String judged(List<Outbox.Backlog> backlog) {
        var builder = new Health.Builder();
        health.report(builder, backlog, MORNING);
        return builder.build().getStatus().getCode();
    }

    private ResultActions list(String who) throws Exception {
        return web.perform(get("/api/v1/handovers/dead-letters").with(httpBasic(who, "demo")));
    }

    private ResultActions act(String who, UUID id, String what) throws Exception {
        return web.perform(
                post("/api/v1/handovers/dead-letters/{id}/{what}", id, what).with(httpBasic(who, "demo")));
    }

    private ResultActions abandon(String who, UUID id, String reason) throws Exception {
        return web.perform(post("/api/v1/handovers/dead-letters/{id}/abandon", id)
                .with(httpBasic(who, "demo"))
                .contentType("application/json")
                .content("{\"reason\": \"" + reason + "\"}"));
    }
}
