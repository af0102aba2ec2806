package vn.lienthong.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mybatis.spring.annotation.MapperScan;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.lienthong.testing.SharedPostgreSql;

@SpringBootTest(
        classes = TheEngineAnnouncesWhatHappensTest.Slice.class,
        properties = "lienthong.home=target/test-home-engine",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ActiveProfiles("test")
@ContextConfiguration(initializers = SharedPostgreSql.class)
class TheEngineAnnouncesWhatHappensTest {

    private static final ProcessRef PROBE = new ProcessRef("probe", "2025-07-01");
    private static final ProcessRef LEG = new ProcessRef("probe-leg", "2025-07-01");
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    ProcessModels models;

    @Autowired
    ManagementService management;

    @Autowired
    Heard heard;

    private String key = "";

    @BeforeEach
    void deployed() throws IOException {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
        deployments.deploy(LEG, Map.of("probe-leg.bpmn", probe("probe-leg.bpmn")));
        deployments.deploy(PROBE, Map.of("probe.bpmn", probe("probe.bpmn")));
        heard.forget();
        key = "P-" + System.nanoTime();
    }

    @AfterEach
    void cleared() {
        processes.cancel(key, "test over");
        ClockUtil.reset();
    }

    @Test
    void a_step_is_opened_with_what_the_designer_wrote_and_closed_with_the_outcome() {
        processes.start(PROBE, key, Map.of());
        StepOpened opened = heard.only(StepOpened.class);

        processes.complete(opened.taskId(), "accept");

        assertThat(opened.step()).isEqualTo("UserTask_Check");
        assertThat(opened.businessKey()).isEqualTo(key);
        assertThat(opened.process()).isEqualTo(PROBE);
        assertThat(opened.properties()).containsEntry("duty", "case-officer");
        assertThat(heard.only(StepClosed.class).outcome()).isEqualTo("accept");
    }

    @Test
    void the_outcomes_of_a_step_are_the_answers_of_the_gateway_behind_it() {
        assertThat(models.of(PROBE).outcomes("UserTask_Check"))
                .containsExactly(
                        new ProcessModel.Outcome("accept", "Flow_Accept", "Tiếp nhận", true, false),
                        new ProcessModel.Outcome("supplement", "Flow_AskSupplement", "Yêu cầu bổ sung", false, true));
    }

    @Test
    void a_script_adds_what_it_computed_to_the_dossier() {
        processes.start(PROBE, key, Map.of());

        assertThat(heard.content).containsEntry("fee", 8000);
    }

    @Test
    void a_wait_opens_and_closes_when_the_message_comes() {
        processes.start(PROBE, key, Map.of());
        processes.complete(heard.only(StepOpened.class).taskId(), "supplement");
        assertThat(processes.awaits(key, "dossier.supplemented")).isTrue();
        WaitOpened wait = heard.only(WaitOpened.class);

        assertThat(processes.tell(key, "dossier.supplemented")).isTrue();

        assertThat(wait.message()).isEqualTo("dossier.supplemented");
        assertThat(heard.only(WaitClosed.class).waitId()).isEqualTo(wait.waitId());
        assertThat(heard.all(StepOpened.class)).hasSize(2);
    }

    @Test
    void a_wait_closes_when_its_time_runs_out() {
        processes.start(PROBE, key, Map.of());
        processes.complete(heard.only(StepOpened.class).taskId(), "supplement");

        ClockUtil.setCurrentTime(Date.from(MONDAY.plus(Duration.ofDays(30))));
        due().forEach(job -> management.executeJob(job.getId()));

        assertThat(heard.all(WaitClosed.class)).hasSize(1);
        assertThat(heard.reached()).contains("CatchEvent_LimitPassed", "EndEvent_Stopped");
    }

    @Test
    void a_message_nobody_waits_for_does_nothing() {
        processes.start(PROBE, key, Map.of());

        assertThat(processes.tell(key, "dossier.supplemented")).isFalse();
    }

    @Test
    void an_agency_leg_runs_the_agencys_procedure_under_its_own_number() {
        heard.planned = true;
        processes.start(PROBE, key, Map.of());
        processes.complete(heard.only(StepOpened.class).taskId(), "accept");
        StepOpened examined = heard.all(StepOpened.class).get(1);
        assertThat(examined.businessKey()).isEqualTo(key + "-police");

        processes.complete(examined.taskId(), "done");

        assertThat(heard.all(ProcessEnded.class))
                .extracting(ProcessEnded::businessKey, ProcessEnded::endElement)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(key + "-police", "EndEvent_Issued"),
                        org.assertj.core.groups.Tuple.tuple(key, "EndEvent_Returned"));
        assertThat(heard.notices).containsExactly("result-ready");
    }

    @Test
    void a_refused_leg_takes_the_way_drawn_for_it() {
        heard.planned = true;
        heard.legResult = "refused";
        processes.start(PROBE, key, Map.of());
        processes.complete(heard.only(StepOpened.class).taskId(), "accept");

        processes.complete(heard.all(StepOpened.class).get(1).taskId(), "done");

        assertThat(heard.reached()).contains("EndEvent_LegRefused").doesNotContain("EndEvent_Returned");
    }

    @Test
    void withdrawing_cancels_the_open_step() {
        processes.start(PROBE, key, Map.of());

        processes.tell(key, "dossier.withdrawn");

        assertThat(heard.only(StepClosed.class).outcome()).isNull();
        assertThat(heard.only(ProcessEnded.class).endElement()).isEqualTo("EndEvent_Withdrawn");
    }

    @Test
    void a_cancelled_process_ends_without_an_end_event() {
        processes.start(PROBE, key, Map.of());

        processes.cancel(key, "by hand");

        assertThat(heard.only(ProcessEnded.class).endElement()).isNull();
    }

    @Test
    void deploying_the_same_files_again_changes_nothing() throws IOException {
        var before = models.of(PROBE);

        deployments.deploy(PROBE, Map.of("probe.bpmn", probe("probe.bpmn")));

        assertThat(models.of(PROBE)).isSameAs(before);
    }

    @Test
    void a_bpmn_with_a_document_type_is_refused() {
        byte[] bomb = "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ProcessModels.parse(bomb)).isInstanceOf(UnreadableModel.class);
    }

    private List<Job> due() {
        return management
                .createJobQuery()
                .duedateLowerThan(ClockUtil.getCurrentTime())
                .list();
    }

    private static byte[] probe(String file) throws IOException {
        try (var in = TheEngineAnnouncesWhatHappensTest.class.getResourceAsStream("/workflow/" + file)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }

    /** Plays the modules above the engine. */
    static final class Heard implements CaseFile, LegOpener, Scripting, Times, Action {

        private final List<Object> events = new ArrayList<>();
        final Map<String, Object> content = new HashMap<>();
        final List<String> notices = new ArrayList<>();
        boolean planned;
        String legResult = "done";

        @Override
        public boolean opensAgain(String originKey, Map<String, String> properties) {
            return false;
        }

        void forget() {
            events.clear();
            content.clear();
            notices.clear();
            planned = false;
            legResult = "done";
        }

        @EventListener({
            StepOpened.class,
            StepClosed.class,
            WaitOpened.class,
            WaitClosed.class,
            ElementReached.class,
            ProcessEnded.class
        })
        void hear(Object event) {
            events.add(event);
        }

        <T> List<T> all(Class<T> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }

        <T> T only(Class<T> type) {
            assertThat(all(type)).hasSize(1);
            return all(type).get(0);
        }

        Set<String> reached() {
            return all(ElementReached.class).stream()
                    .map(ElementReached::element)
                    .collect(java.util.stream.Collectors.toSet());
        }

        @Override
        public Map<String, Object> content(String businessKey) {
            return content;
        }

        @Override
        public void merge(String businessKey, Map<String, Object> computed) {
            content.putAll(computed);
        }

        @Override
        public boolean legPlanned(String businessKey, String leg) {
            return planned;
        }

        @Override
        public Leg open(String originKey, ProcessRef process, String call, Map<String, String> properties) {
            return new Leg(LEG, originKey + "-" + properties.get("leg"));
        }

        @Override
        public String result(String legKey) {
            return legResult;
        }

        @Override
        public Object run(ProcessRef process, String resource, Map<String, Object> bindings) {
            return Map.of("fee", 8000);
        }

        @Override
        public Instant applicantLimit(String businessKey) {
            return MONDAY.plus(Duration.ofDays(10));
        }

        @Override
        public Instant in(String businessKey, String budget) {
            return MONDAY.plus(Duration.ofDays(1));
        }

        @Override
        public String name() {
            return "probe.notifyApplicant";
        }

        @Override
        public void perform(String businessKey, ProcessRef process, String element, Map<String, String> properties) {
            notices.add(String.valueOf(properties.get("notice")));
        }
    }

    @ComponentScan(
            basePackageClasses = Processes.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            pattern = ".*Test.*",
                            type = org.springframework.context.annotation.FilterType.REGEX))
    @MapperScan(basePackageClasses = Processes.class, annotationClass = Mapper.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        MybatisAutoConfiguration.class
    })
    static class Slice {
        @org.springframework.context.annotation.Bean
        Heard heard() {
            return new Heard();
        }
    }
}
