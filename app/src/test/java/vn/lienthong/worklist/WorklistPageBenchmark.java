package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;

/**
 * How long the server takes for whole pages, from the request to the last byte, with 100,000 open steps in the database and
 * 50 on the page. Not part of the normal run; start it with {@code mvn -pl app -am test -Dtest=WorklistPageBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}, optionally with {@code -Dworklist.lines=100000}.
 */
@ModuleTest
class WorklistPageBenchmark {

    private static final int WARM_UP = 150;
    private static final int ROUNDS = 400;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CurrentCaller callers;

    @Autowired
    Database database;

    @Test
    void measure() throws Exception {
        int lines = Integer.getInteger("worklist.lines", 100_000);
        database.empty();
        fill(lines);
        System.out.printf(Locale.ROOT, "%n%,d open lines%n", lines);
        for (String address : List.of(
                "/worklist?queue=team",
                "/worklist?queue=overdue",
                "/worklist?queue=team&q=thanh%20ha",
                "/worklist?queue=team&sort=newest")) {
            report("hotich", address);
        }
        report("giamsat", "/board");
        report("giamsat", "/board/lines?state=late");
        database.empty();
    }

    /** One in twenty at An Hòa's civil status desk, the others at as many desks as a province has. */
    private void fill(int lines) {
        jdbc.sql("""
                        insert into worklist.line (task_id, dossier, origin, leg, procedure, edition, step, applicant, unit,
                                                   duty, state, assignee, opened_at, due_at, home, words, channel, priority)
                        select gen_random_uuid(), 'H99.12-261120-' || i, 'H99.12-261120-' || i, 'civil-status',
                               'death-registration', '2025-07-01', 'UserTask_RegisterDeath',
                               (array['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đỗ'])[1 + i % 5] || ' Thị ' || i,
                               case when i % 20 = 0 then 'an-hoa-tu-phap' else 'unit-' || i % 2000 end,
                               'CASE_OFFICER', 'OPEN', case when i % 300 = 0 then 'hotich' end,
                               now() - interval '3 day' * random(), now() + interval '20 day' * (random() - 0.05),
                               case when i % 20 = 0 then 'an-hoa-mot-cua' else 'home-' || i % 300 end,
                               (array['nguyen', 'tran', 'le', 'pham', 'do'])[1 + i % 5]
                                   || case when i % 50 = 0 then ' thi thanh ha h99.12-' else ' thi h99.12-' end || i,
                               'COUNTER', case when i % 40 = 0 then 1 else 0 end
                          from generate_series(1, :lines) as i
                        """).param("lines", lines).update();
        jdbc.sql("analyze worklist.line").update();
    }

    private void report(String officer, String address) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            page(officer, address);
        }
        long[] took = new long[ROUNDS];
        int bytes = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            bytes = page(officer, address).getContentAsByteArray().length;
            took[i] = System.nanoTime() - begun;
        }
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "%-36s p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %,d bytes%n",
                address,
                took[ROUNDS / 2] / 1e6,
                took[ROUNDS * 95 / 100] / 1e6,
                took[ROUNDS * 99 / 100] / 1e6,
                bytes);
    }

    private MockHttpServletResponse page(String officer, String address) throws Exception {
        Authentication known = callers.as(
                officer,
                () -> Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication()));
        MockHttpServletResponse answer = web.perform(get(address).with(authentication(known)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer;
    }
}
