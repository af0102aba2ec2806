package vn.lienthong.interconnection.pull;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.interconnection.Handing;
import vn.lienthong.interconnection.Handover;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.ExternalTaskRefused;
import vn.lienthong.workflow.ExternalTasks;
import vn.lienthong.workflow.ExternalTasks.Work;

/** Takes a worker's answer: the results come into the leg's dossier and its process goes on, or nothing happens at all. */
@Component
class TakingAnswers {

    private static final String RETURNED = "RETURNED";
    private static final String REFUSED = "REFUSED";

    private final ExternalTasks tasks;
    private final Handing handing;
    private final Dossiers dossiers;
    private final Catalogue catalogue;

    TakingAnswers(ExternalTasks tasks, Handing handing, Dossiers dossiers, Catalogue catalogue) {
        this.tasks = tasks;
        this.handing = handing;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
    }

    /** Work of the client's own agencies; of others' there is none as far as it is told. */
    @Transactional(readOnly = true)
    Work mine(MachineClient client, String id) {
        return own(client, id);
    }

    /** @throws BadAnswer when the worker does not have it, or sends what the leg does not ask for */
    @Transactional
    void complete(MachineClient client, String id, String worker, Map<String, TypedValue> variables) {
        DossierNumber number = given(client, id, worker);
        Handover handover = handing.of(number).orElseThrow();
        Delivery delivery = Delivery.of(variables, leg(handover));
        if (delivery.number() != null) {
            handing.known(number, delivery.number());
        }
        if (!handing.done(number, delivery.results(), delivery.returns())) {
            throw ExternalTaskRefused.unknown(id);
        }
    }

    /** @throws BadAnswer when the code is none that a leg knows, or there is no reason */
    @Transactional
    void error(MachineClient client, String id, String worker, @Nullable String code, @Nullable String reasons) {
        if (!RETURNED.equals(code) && !REFUSED.equals(code)) {
            throw new BadAnswer("The error code '" + code + "' is none of RETURNED (something is missing or wrong) and"
                    + " REFUSED (the agency will not settle it)");
        }
        if (reasons == null || reasons.isBlank()) {
            throw new BadAnswer("The errorMessage must say why, in words for an officer and the citizen");
        }
        DossierNumber number = given(client, id, worker);
        boolean heard = RETURNED.equals(code) ? handing.returned(number, reasons) : handing.refused(number, reasons);
        if (!heard) {
            throw ExternalTaskRefused.unknown(id);
        }
    }

    /** @param retries how often it is still to be offered; 0 and a person has to look */
    @Transactional
    void failure(
            MachineClient client,
            String id,
            String worker,
            @Nullable String message,
            @Nullable String details,
            int retries,
            long pause) {
        Work work = held(client, id, worker);
        if (retries <= 0) {
            handing.gaveUp(new DossierNumber(work.businessKey()), message == null ? "" : message);
        }
        tasks.failure(id, worker, message, details, retries, Duration.ofMillis(pause));
    }

    @Transactional
    void lock(MachineClient client, String id, String worker, long milliseconds) {
        own(client, id);
        tasks.lock(id, worker, Duration.ofMillis(milliseconds));
    }

    @Transactional
    void extendLock(MachineClient client, String id, String worker, long milliseconds) {
        own(client, id);
        tasks.extendLock(id, worker, Duration.ofMillis(milliseconds));
    }

    @Transactional
    void unlock(MachineClient client, String id) {
        own(client, id);
        tasks.unlock(id);
    }

    /** The number of the leg's dossier whose work the worker has, and gives up with its answer. */
    private DossierNumber given(MachineClient client, String id, String worker) {
        Work work = held(client, id, worker);
        tasks.unlock(id);
        return new DossierNumber(work.businessKey());
    }

    /** Asked once the dossier is open, which everybody opens first: nobody changes it any more. */
    private Work held(MachineClient client, String id, String worker) {
        dossiers.current(new DossierNumber(own(client, id).businessKey()));
        Work work = own(client, id);
        if (!worker.equals(work.worker())) {
            throw new BadAnswer("External Task " + id + " cannot be answered by worker '" + worker
                    + "'. It is locked by worker '" + work.worker() + "'.");
        }
        return work;
    }

    private Edition.Leg leg(Handover handover) {
        Dossiers.Summary origin = dossiers.current(new DossierNumber(handover.origin()));
        return catalogue.edition(origin.process()).leg(handover.leg()).orElseThrow();
    }

    private Work own(MachineClient client, String id) {
        return tasks.find(id)
                .filter(work -> client.serves(work.topic()))
                .orElseThrow(() -> ExternalTaskRefused.unknown(id));
    }
}
