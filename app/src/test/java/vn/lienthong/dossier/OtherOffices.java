package vn.lienthong.dossier;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.TimeMachine;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.Tasks;

/** Everybody else who works on a dossier: each takes the ordinary way on. */
public final class OtherOffices {

    private record Step(String taskId, String step, String unit, String duty) {}

    private final CurrentCaller caller;
    private final Organisation organisation;
    private final Completing completing;
    private final Tasks tasks;
    private final TimeMachine time;
    private final JdbcClient jdbc;

    public OtherOffices(ApplicationContext beans) {
        this.caller = beans.getBean(CurrentCaller.class);
        this.organisation = beans.getBean(Organisation.class);
        this.completing = beans.getBean(Completing.class);
        this.tasks = beans.getBean(Tasks.class);
        this.time = beans.getBean(TimeMachine.class);
        this.jdbc = beans.getBean(JdbcClient.class);
    }

    /** Works until nothing is left but the steps that are to be left alone; waits for what nobody can do. */
    public void work(DossierNumber number, Predicate<String> left) {
        for (int round = 0; round < 60; round++) {
            List<Step> open = open(number);
            if (!open.isEmpty() && open.stream().allMatch(step -> left.test(step.step()))) {
                return;
            }
            open.stream().filter(step -> !left.test(step.step())).forEach(this::complete);
            if (open.isEmpty()) {
                time.passUntil(time.now().plus(Duration.ofHours(12)));
            }
        }
        throw new AssertionError("never came to an end: " + open(number));
    }

    private List<Step> open(DossierNumber number) {
        return jdbc.sql("select task_id, step, unit, duty from worklist.line where origin = :number and state = 'OPEN'")
                .param("number", number.value())
                .query(Step.class)
                .list();
    }

    private void complete(Step step) {
        LocalDate today = time.now().atZone(EngineClock.ZONE).toLocalDate();
        String officer = organisation
                .officersOf(step.unit(), Duty.valueOf(step.duty()), today)
                .get(0);
        caller.as(officer, () -> {
            String ordinary = tasks.open(step.taskId(), Locale.ENGLISH).outcomes().stream()
                    .filter(Tasks.Outcome::isDefault)
                    .map(Tasks.Outcome::id)
                    .findFirst()
                    .orElseThrow();
            return completing.complete(step.taskId(), ordinary, null, null);
        });
    }
}
