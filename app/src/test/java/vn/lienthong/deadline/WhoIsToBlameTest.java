package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.lienthong.agency.calendar.Offices.at;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Withdrawing;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/**
 * Received on Monday 7 December 2026 at 8:00. Civil status owes the same day, then the police five working days (Monday the
 * 14th) and social insurance eight (Thursday the 17th), which is the promise.
 */
@ModuleTest
class WhoIsToBlameTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    private Walk walk;

    @BeforeEach
    void aReceivedDossier() {
        database.empty();
        walk = Walk.of(context, "04-four-items-social-insurance", at("2026-12-07 08:00"));
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-17 17:00"));
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void the_police_are_late_and_social_insurance_is_fast_and_only_the_police_are_blamed() throws Exception {
        walk.register();
        time.passUntil(at("2026-12-09 10:00"));
        walk.finish(walk.linked("social-insurance"));
        time.passUntil(at("2026-12-21 10:00"));
        walk.finish(walk.linked("police"));

        assertThat(walk.dossier().state()).isEqualTo(DossierState.READY);
        assertThat(verdicts()).containsExactly("civil-status IN_TIME", "social-insurance IN_TIME", "police SLOW");
        assertThat(hours("police", "exceeded"))
                .as("15th to 18th, and part of a morning")
                .isEqualTo("34.5");
        assertThat(hours("police", "inherited")).isEqualTo("0.0");
        assertThat(causes("giamsat")).containsExactly("an-hoa-cong-an police 1");
        assertThat(causes("bhxh")).as("none of theirs").isEmpty();
        assertThat(rates("congan")).containsExactly("police 0.0 0");
        assertThat(rates("bhxh")).containsExactly("social-insurance 100.0 0");
    }

    @Test
    void social_insurance_begins_late_because_of_another_and_is_not_blamed_for_that() throws Exception {
        time.passUntil(at("2026-12-10 09:00")); // civil status owed it on the 7th
        walk.register();
        time.passUntil(at("2026-12-11 09:00"));
        walk.finish(walk.linked("police"));
        time.passUntil(at("2026-12-21 10:00"));
        walk.finish(walk.linked("social-insurance"));

        assertThat(verdicts()).containsExactly("civil-status SLOW", "police IN_TIME", "social-insurance INHERITED");
        assertThat(jdbc.sql("select promised_at = '2026-12-17T17:00:00+07' and due_at = '2026-12-22T17:00:00+07'"
                                + " from deadline.consumption where leg = 'social-insurance'")
                        .query(Boolean.class)
                        .single())
                .as("its own eight days count from when it could begin")
                .isTrue();
        assertThat(causes("giamsat")).containsExactly("an-hoa-tu-phap civil-status 1");
        assertThat(rates("bhxh")).containsExactly("social-insurance 100.0 1");
        assertThat(rates("giamsat")).contains("civil-status 0.0 0");
    }

    @Test
    void whoever_began_late_and_was_slow_besides_answers_for_the_own_part() throws Exception {
        time.passUntil(at("2026-12-08 09:00"));
        walk.register();
        time.passUntil(at("2026-12-09 10:00"));
        walk.finish(walk.linked("police"));
        time.passUntil(at("2026-12-25 10:00"));
        walk.finish(walk.linked("social-insurance"));

        assertThat(verdicts())
                .containsExactly("civil-status SLOW", "police IN_TIME", "social-insurance SLOW_AND_INHERITED");
        assertThat(causes("giamsat")).containsExactly("bhxh-co-so social-insurance 1");
    }

    @Test
    void the_letter_names_who_used_up_the_time_and_not_who_has_the_dossier_now() {
        time.passUntil(at("2026-12-10 09:00"));
        walk.register();

        time.passUntil(at("2026-12-17 07:31"));

        assertThat(jdbc.sql("select responsible_unit || ' ' || responsible_leg from deadline.apology")
                        .query(String.class)
                        .list())
                .containsExactly("an-hoa-tu-phap civil-status");
    }

    @Test
    void what_the_law_takes_out_is_nobodys_fault() {
        walk.register();
        time.passUntil(at("2026-12-09 10:00"));
        walk.until(walk.linked("police"), "UserTask_Examine");
        walk.supplementAsked(walk.linked("police"), "congan");
        time.passUntil(at("2026-12-16 10:00"));
        walk.supplemented(walk.linked("police"), "tiepnhan");
        time.passUntil(at("2026-12-17 10:00"));
        walk.finish(walk.linked("police"));

        assertThat(verdicts()).contains("police IN_TIME");
        assertThat(jdbc.sql("select used <= allowed from deadline.consumption where leg = 'police'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void what_was_withdrawn_is_nobodys_result() {
        walk.register();
        jdbc.sql("delete from deadline.consumption").update();

        walk.as("tiepnhan", () -> context.getBean(Withdrawing.class).withdraw(walk.number, "Gia đình xin rút"));

        assertThat(verdicts()).isEmpty();
    }

    private List<String> verdicts() {
        return jdbc.sql(
                        "select leg || ' ' || verdict from deadline.consumption where dossier = ? order by stopped_at, leg")
                .param(walk.number.value())
                .query(String.class)
                .list();
    }

    private String hours(String leg, String what) {
        return jdbc.sql("select round(" + what + " / 3600.0, 1)::text from deadline.consumption where leg = ?")
                .param(leg)
                .query(String.class)
                .single();
    }

    private List<String> causes(String who) throws Exception {
        var answer = report("late-causes", who);
        List<String> units = JsonPath.read(answer, "$.items[*].unit");
        List<String> legs = JsonPath.read(answer, "$.items[*].leg");
        List<Integer> dossiers = JsonPath.read(answer, "$.items[*].dossiers");
        return IntStream.range(0, units.size())
                .mapToObj(i -> units.get(i) + " " + legs.get(i) + " " + dossiers.get(i))
                .toList();
    }

    /** Leg, rate in percent, and how many were late because of an earlier one. */
    private List<String> rates(String who) throws Exception {
        var answer = report("on-time", who);
        List<String> legs = JsonPath.read(answer, "$.items[*].leg");
        List<Double> rates = JsonPath.read(answer, "$.items[*].rate");
        List<Integer> inherited = JsonPath.read(answer, "$.items[*].inherited");
        return IntStream.range(0, legs.size())
                .mapToObj(i -> legs.get(i) + " " + rates.get(i) + " " + inherited.get(i))
                .toList();
    }

    private String report(String name, String who) throws Exception {
        var response = web.perform(get("/api/v1/reports/" + name)
                        .param("from", "2026-12-01")
                        .param("until", "2026-12-31")
                        .with(httpBasic(who, "demo")))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response.getContentAsString();
    }
}
