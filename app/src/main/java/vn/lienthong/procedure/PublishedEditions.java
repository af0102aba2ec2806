package vn.lienthong.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.workflow.Deployments;
import vn.lienthong.workflow.ProcessRef;

/**
 * The editions that were published while the product runs. They lie in the database; every node keeps them in memory and
 * looks every few seconds whether another node has published or withdrawn one.
 */
@Component
public class PublishedEditions {

    private static final Logger log = LoggerFactory.getLogger(PublishedEditions.class);

    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(2);

    private final PublishedMapper mapper;
    private final Deployments deployments;

    private volatile Catalogue.Published known = Catalogue.Published.NOTHING;
    /** Changes made on this node, and how many of them were known when it was last looked. */
    private final AtomicLong changes = new AtomicLong();

    private final ReentrantLock looking = new ReentrantLock();

    private volatile long seen;
    private volatile long lookedAt = System.nanoTime() - LOOK_EVERY;

    PublishedEditions(PublishedMapper mapper, Deployments deployments) {
        this.mapper = mapper;
        this.deployments = deployments;
    }

    /** What is published, at most two seconds old. */
    Catalogue.Published current() {
        if (isChanged()) {
            // Whoever has just published sees it.
            looking.lock();
            look();
        } else if (isOld() && looking.tryLock()) {
            // One looks; the others do not wait with a connection in their hands.
            look();
        }
        return known;
    }

    private boolean isChanged() {
        return changes.get() != seen;
    }

    private boolean isOld() {
        return System.nanoTime() - lookedAt >= LOOK_EVERY;
    }

    private void look() {
        try {
            if (!isChanged() && !isOld()) {
                return;
            }
            long at = changes.get();
            long revision = mapper.revision();
            if (revision != known.revision()) {
                known = new Catalogue.Published(revision, read(), withdrawn());
                log.info(
                        "catalogue revision {}: {} published editions",
                        revision,
                        known.procedures().size());
            }
            seen = at;
            lookedAt = System.nanoTime();
        } finally {
            looking.unlock();
        }
    }

    private List<Procedure> read() {
        Map<ProcessRef, Map<String, byte[]>> files = new HashMap<>();
        Map<ProcessRef, Map<String, byte[]>> forms = new HashMap<>();
        Map<ProcessRef, Map<String, byte[]>> shared = new HashMap<>();
        for (PublishedMapper.File file : mapper.files()) {
            var ref = new ProcessRef(file.procedure(), file.edition().toString());
            (switch (file.kind()) {
                        case FILE -> files;
                        case FORM -> forms;
                        case SHARED_FORM -> shared;
                    })
                    .computeIfAbsent(ref, any -> new HashMap<>())
                    .put(file.name(), file.content());
        }
        List<Procedure> procedures = new ArrayList<>();
        files.forEach((ref, own) -> {
            var folder = new ProcedureFolder(
                    ref, own, forms.getOrDefault(ref, Map.of()), shared.getOrDefault(ref, Map.of()));
            ProcedureReader.Result result = ProcedureReader.read(folder);
            if (result.procedure() != null) {
                procedures.add(result.procedure());
            } else {
                // It was read without a fault before it was published: the product has become stricter since.
                log.error("published edition {} cannot be read any more: {}", ref, result.faults());
            }
        });
        return procedures;
    }

    private Set<ProcessRef> withdrawn() {
        Set<ProcessRef> refs = new HashSet<>();
        mapper.withdrawn()
                .forEach(w -> refs.add(new ProcessRef(w.procedure(), w.edition().toString())));
        return refs;
    }

    /**
     * Publishes an edition: from its day on dossiers are received by it, on every node. Nobody checks it here.
     *
     * @param folder complete: with what it keeps of the edition it is based on, and with the shared forms as they are now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(ProcedureFolder folder) {
        String procedure = folder.ref().procedure();
        LocalDate day = LocalDate.parse(folder.ref().edition());
        folder.files().forEach((name, content) -> insert(procedure, day, PublishedMapper.Kind.FILE, name, content));
        folder.forms().forEach((name, content) -> insert(procedure, day, PublishedMapper.Kind.FORM, name, content));
        folder.sharedForms()
                .forEach((name, content) -> insert(procedure, day, PublishedMapper.Kind.SHARED_FORM, name, content));
        deployments.deploy(folder.ref(), folder.ofTheEngine());
        changed();
    }

    private void insert(String procedure, LocalDate day, PublishedMapper.Kind kind, String name, byte[] content) {
        mapper.insert(new PublishedMapper.File(procedure, day, kind, name, content));
    }

    /** Nothing more is received by this edition. Who decided it and why is for the caller to remember. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(ProcessRef ref) {
        mapper.withdraw(ref.procedure(), LocalDate.parse(ref.edition()));
        changed();
    }

    private void changed() {
        mapper.raiseRevision();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                lookAgain();
            }
        });
    }

    void lookAgain() {
        changes.incrementAndGet();
    }
}
