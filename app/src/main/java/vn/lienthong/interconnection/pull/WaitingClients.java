package vn.lienthong.interconnection.pull;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.context.request.async.DeferredResult;
import vn.lienthong.workflow.ExternalTasks;
import vn.lienthong.workflow.WorkOffered;

/**
 * Workers that wait for something to do, without holding a thread. They are woken when work of this node is committed,
 * and looked after every other second, because other nodes offer work too and locks run out.
 */
@Component
class WaitingClients implements SmartLifecycle {

    /** On one node; whoever comes then is told to come back. */
    static final int MOST = 500;

    /** Milliseconds. Other nodes' work waits no longer than this; one small query serves everybody who waits. */
    private static final long BETWEEN_LOOKS = 2_000;

    private static final Logger log = LoggerFactory.getLogger(WaitingClients.class);

    private record Waiting(FetchRequest request, DeferredResult<List<LockedTask>> answer) {}

    private final HandingOut handingOut;
    private final ExternalTasks tasks;
    private final Clock clock;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looksSoon = new AtomicBoolean();
    private volatile ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    WaitingClients(HandingOut handingOut, ExternalTasks tasks, Clock clock) {
        this.handingOut = handingOut;
        this.tasks = tasks;
        this.clock = clock;
        looking.shutdown();
    }

    /** Answers when there is work, or with nothing when the time is over. */
    DeferredResult<List<LockedTask>> wait(FetchRequest request, long milliseconds) {
        var answer = new DeferredResult<List<LockedTask>>(milliseconds, List::of);
        if (!running || waiting.size() >= MOST) {
            answer.setErrorResult(new TooManyWaiting());
            return answer;
        }
        var one = new Waiting(request, answer);
        answer.onCompletion(() -> waiting.remove(one));
        waiting.add(one);
        // Something may have been offered between the worker's own look and now.
        lookSoon();
        return answer;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void offered(WorkOffered event) {
        lookSoon();
    }

    /** Somebody gave work back, or it is to be offered again. */
    void lookSoon() {
        if (running && !waiting.isEmpty() && looksSoon.compareAndSet(false, true)) {
            looking.execute(this::look);
        }
    }

    private void look() {
        looksSoon.set(false);
        if (waiting.isEmpty()) {
            return;
        }
        try {
            Set<String> topics = waiting.stream()
                    .flatMap(one -> one.request().topicNames().stream())
                    .collect(Collectors.toSet());
            Set<String> offered = tasks.offered(topics, clock.instant());
            waiting.stream()
                    .filter(one -> !Collections.disjoint(one.request().topicNames(), offered))
                    .forEach(this::serve);
        } catch (RuntimeException e) {
            // The database may be away; it is looked again.
            log.warn("no look for the work of waiting clients: {}", e.toString());
        }
    }

    private void serve(Waiting one) {
        if (one.answer().isSetOrExpired()) {
            return;
        }
        try {
            List<LockedTask> found = handingOut.fetch(one.request());
            if (!found.isEmpty() && !one.answer().setResult(found)) {
                handingOut.takeBack(found);
            }
        } catch (RuntimeException e) {
            one.answer().setErrorResult(e);
        }
    }

    @Override
    public void start() {
        looking = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "waiting-clients");
            thread.setDaemon(true);
            return thread;
        });
        running = true;
        looking.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS, BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    /** Before the web server, which waits for everybody who still waits. */
    @Override
    public void stop() {
        running = false;
        looking.shutdown();
        waiting.forEach(one -> one.answer().setResult(List.of()));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
