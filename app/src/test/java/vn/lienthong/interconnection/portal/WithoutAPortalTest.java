package vn.lienthong.interconnection.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

/** An installation that was not told of a portal tells none. */
@ModuleTest
class WithoutAPortalTest {

    @Autowired
    Receiving receiving;

    @Autowired
    CurrentCaller caller;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TimeMachine time;

    @Autowired
    MockMvc web;

    @Test
    void nothing_is_written_and_nothing_compared() throws Exception {
        database.empty();
        SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");
        time.set(sample.receivedAt());
        caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        sample.procedure(), "COUNTER", sample.applicant(), sample.data(), sample.papers())));

        assertThat(jdbc.sql("""
                        select (select count(*) from interconnection.outbox)
                             + (select count(*) from interconnection.portal_dossier)
                        """).query(Integer.class).single()).isZero();
        web.perform(get("/api/v1/portal/reconciliation").with(httpBasic("giamsat", "demo")))
                .andExpect(jsonPath("$.compared").value(0));
        time.reset();
    }
}
