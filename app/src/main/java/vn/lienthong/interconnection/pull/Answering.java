package vn.lienthong.interconnection.pull;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.CaseFile;
import vn.lienthong.workflow.ExternalTaskRefused;
import vn.lienthong.workflow.ExternalTasks;
import vn.lienthong.workflow.ExternalTasks.Work;

/** Takes a worker's answer: the results come into the leg's dossier and its process goes on, or nothing happens at all. */
@Component
class Answering {

    /** What a worker may answer with instead of a result, and what the diagram calls it. */
    private static final Map<String, String> ERRORS =
            Map.of("RETURNED", "handover.returned", "REFUSED", "handover.refused");

    private final ExternalTasks tasks;
    private final Settling settling;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Documents documents;
    private final CaseFile files;

    Answering(
            ExternalTasks tasks,
            Settling settling,
            Dossiers dossiers,
            Catalogue catalogue,
            Documents documents,
            CaseFile files) {
        this.tasks = tasks;
        this.settling = settling;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.documents = documents;
        this.files = files;
    }

    /** Work of the client's own agencies; of others' there is none as far as it is told. */
    @Transactional(readOnly = true)
    Work mine(MachineClient client, String id) {
        return own(client, id);
    }

    @Transactional
    void complete(MachineClient client, String id, String worker, Map<String, TypedValue> variables) {
        Work work = held(client, id, worker);
        Settling.About handover = settling.about(work.businessKey());
        Dossiers.Summary origin = dossiers.current(new DossierNumber(handover.origin()));
        Edition.Leg leg =
                catalogue.edition(origin.process()).leg(handover.leg()).orElseThrow();
        Delivery delivery = Delivery.of(variables, leg);
        for (Delivery.ResultFile result : delivery.results()) {
            documents.store(new NewDocument(
                    DocumentKind.RESULT,
                    result.code(),
                    result.number(),
                    result.fileName(),
                    result.bytes(),
                    work.businessKey(),
                    client.getName()));
        }
        if (!delivery.returns().isEmpty()) {
            files.merge(work.businessKey(), delivery.returns());
        }
        settling.settled(work.businessKey(), delivery.number(), client.getName());
        tasks.complete(id, worker);
    }

    /** @throws BadAnswer when the code is none that a leg knows, or there is no reason */
    @Transactional
    void error(MachineClient client, String id, String worker, @Nullable String code, @Nullable String reasons) {
        Work work = held(client, id, worker);
        String known = ERRORS.get(String.valueOf(code));
        if (known == null) {
            throw new BadAnswer("The error code '" + code + "' is none of RETURNED (something is missing or wrong) and"
                    + " REFUSED (the agency will not settle it)");
        }
        if (reasons == null || reasons.isBlank()) {
            throw new BadAnswer("The errorMessage must say why, in words for an officer and the citizen");
        }
        if (code != null && code.equals("RETURNED")) {
            settling.returned(work.businessKey(), reasons, client.getName());
        } else {
            settling.refused(work.businessKey(), reasons, client.getName());
        }
        tasks.error(id, worker, known, reasons);
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
            settling.gaveUp(work.businessKey(), message == null ? "" : message, client.getName());
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

    /** Asked before anything is stored; the engine asks again. The dossier is opened first, as everybody does. */
    private Work held(MachineClient client, String id, String worker) {
        Work seen = own(client, id);
        dossiers.current(new DossierNumber(seen.businessKey()));
        Work work = own(client, id);
        if (!worker.equals(work.worker())) {
            throw new BadAnswer("External Task " + id + " cannot be answered by worker '" + worker
                    + "'. It is locked by worker '" + work.worker() + "'.");
        }
        return work;
    }

    private Work own(MachineClient client, String id) {
        return tasks.find(id)
                .filter(work -> client.serves(work.topic()))
                .orElseThrow(() -> ExternalTaskRefused.unknown(id));
    }
}
