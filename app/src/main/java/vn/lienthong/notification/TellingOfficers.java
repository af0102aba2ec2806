package vn.lienthong.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InHand;
import vn.lienthong.deadline.RungReached;
import vn.lienthong.deadline.StepDue;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.dossier.TimelineWritten;
import vn.lienthong.notification.NoticeMapper.NewNotice;
import vn.lienthong.notification.NoticeRules.Place;
import vn.lienthong.workflow.StepClosed;
import vn.lienthong.workflow.StepOpened;

/**
 * Lays what happens before the officers whom the rules name, in the transaction in which it happens: all of it at once, just
 * before the commit.
 */
@Component
class TellingOfficers {

    private static final String RETURNED = "handover-returned";

    private final NoticeMapper notices;
    private final InHand<Desk> inHand = new InHand<>(Desk::new);
    private final NoticeRules rules;
    private final Dossiers dossiers;
    private final Organisation organisation;

    TellingOfficers(NoticeMapper notices, NoticeRules rules, Dossiers dossiers, Organisation organisation) {
        this.notices = notices;
        this.rules = rules;
        this.dossiers = dossiers;
        this.organisation = organisation;
    }

    /** What a notice is about, and whom it names. */
    private record About(
            String what,
            DossierNumber number,
            @Nullable String step,
            @Nullable String task,
            String detail,
            String author,
            List<String> named,
            Instant at) {}

    @EventListener
    void opened(StepDue due) {
        StepOpened step = due.step();
        String duty = step.properties().getOrDefault("duty", "");
        tell(new About(
                "step-opened",
                new DossierNumber(step.businessKey()),
                step.step(),
                step.taskId(),
                "",
                "",
                List.of("post:" + due.unit() + "/" + duty),
                step.at()));
    }

    @EventListener
    void closed(StepClosed step) {
        inHand.find().ifPresent(desk -> desk.over(step.taskId()));
        notices.over(step.taskId());
    }

    @EventListener
    void called(RungReached rung) {
        tell(new About(
                "escalated",
                rung.number(),
                rung.step(),
                rung.taskId(),
                "",
                "",
                rung.officers().stream().map(TellingOfficers::user).toList(),
                rung.at()));
    }

    @EventListener
    void happened(TimelineWritten event) {
        boolean ofALeg = !event.number().equals(event.root());
        String what = ofALeg && event.what().equals("supplement-requested") ? RETURNED : event.what();
        Map<String, Object> details = event.details();
        if (what.equals("escalated") || rules.to(what).isEmpty()) {
            return;
        }
        String username = event.actor().username();
        tell(new About(
                what,
                event.number(),
                details.get("step") instanceof String step ? step : null,
                null,
                String.valueOf(details.getOrDefault("reason", "")),
                username == null ? "" : username,
                details.get("to") instanceof String officer ? List.of(user(officer)) : List.of(),
                event.at()));
    }

    /** A message to an applicant did not get away and will not be tried again. */
    @Transactional
    public void messageFailed(String dossier, String why, Instant at) {
        if (dossiers.find(new DossierNumber(dossier)).isEmpty()) {
            return;
        }
        tell(new About("message-failed", new DossierNumber(dossier), null, null, why, "", List.of(), at));
    }

    private void tell(About about) {
        List<String> to = rules.to(about.what());
        if (to.isEmpty()) {
            return;
        }
        Dossiers.Summary dossier = dossiers.current(about.number());
        Dossiers.Summary root = dossier.number().equals(dossier.root()) ? dossier : dossiers.current(dossier.root());
        Set<String> audiences = new LinkedHashSet<>();
        for (String audience : to) {
            audiences.addAll(
                    audience.equals(NoticeRules.NAMED) || audience.equals(NoticeRules.POST)
                            ? about.named()
                            : posts(Place.of(audience), root));
        }
        if (audiences.isEmpty()) {
            return;
        }
        inHand.get()
                .pending
                .add(new NewNotice(
                        about.what(),
                        root.number().value(),
                        dossier.number().value(),
                        dossier.process().procedure(),
                        dossier.process().edition(),
                        about.step(),
                        about.task(),
                        about.detail(),
                        about.at(),
                        audiences,
                        about.author()));
    }

    private List<String> posts(Place place, Dossiers.Summary root) {
        List<String> units = new ArrayList<>();
        switch (place.where()) {
            case DESK -> units.add(root.unit());
            case AGENCY -> units.add(organisation.agencyOf(root.unit()));
            case FOUNDING -> root.founding().map(Leg::unit).ifPresent(units::add);
        }
        return units.stream().map(unit -> post(unit, place.duty())).toList();
    }

    private final class Desk implements InHand.Pending {

        private final List<NewNotice> pending = new ArrayList<>();

        void over(String task) {
            pending.removeIf(notice -> task.equals(notice.task()));
        }

        @Override
        public void write() {
            if (!pending.isEmpty()) {
                notices.insert(pending);
                pending.clear();
            }
        }
    }

    static String user(String username) {
        return "user:" + username;
    }

    static String post(String unit, Duty duty) {
        return "post:" + unit + "/" + duty.key();
    }
}
