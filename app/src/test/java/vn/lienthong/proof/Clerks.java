package vn.lienthong.proof;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The officers of all installations, who work as officers do: look at their list, open what is first, decide as usual. They
 * write down every command that was accepted, so that it can be counted afterwards whether it was done, and once.
 */
final class Clerks implements AutoCloseable {

    /** Everybody who has a step of a death registration, whichever benefits go with it. */
    private static final List<String> ACCOUNTS =
            List.of("tiepnhan", "hotich", "lanhdao", "vanthu", "congan", "baotro", "noivu", "bhxh", "traketqua");

    private static final String LAST_STEP = "UserTask_ReturnResults";

    /** Who found nothing looks less often, so that the machine has time for those who have work. */
    private static final long SHORTEST_BREAK_MILLIS = 200;

    private static final long LONGEST_BREAK_MILLIS = 3_000;

    /** Not there any more, or changed meanwhile. */
    private static final Set<Integer> LATE = Set.of(404, 409);

    /** A step that was completed: where, of which dossier. */
    record Done(String installation, String task, String dossier, String step) {

        /** The same, whichever node of this installation it was. */
        Done at(Installation installation) {
            return new Done(installation.name(), task, dossier, step);
        }
    }

    private final Map<Installation, URI> installations;
    private final boolean rivals;
    private final ExecutorService desks;
    private final ExecutorService secondClicks = Executors.newCachedThreadPool();
    private final List<Future<?>> work = new ArrayList<>();
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private final Set<String> returned = ConcurrentHashMap.newKeySet();
    private final Queue<Done> done = new ConcurrentLinkedQueue<>();
    private final Queue<String> objections = new ConcurrentLinkedQueue<>();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger beaten = new AtomicInteger();

    /** @param installations and the line by which officers reach each */
    Clerks(Map<Installation, URI> installations) {
        this(installations, false);
    }

    private Clerks(Map<Installation, URI> installations, boolean rivals) {
        this.installations = installations;
        this.rivals = rivals;
        Officer.forgetTroubles();
        this.desks = Executors.newFixedThreadPool((ACCOUNTS.size() + 1) * installations.size());
    }

    /** Installations are nodes of one: everybody sits at each of them, and whoever comes second is told so. */
    static Clerks inTwoPlaces(Map<Installation, URI> nodes) {
        return new Clerks(nodes, true);
    }

    /** Every dossier is handed in at all nodes at the same moment by the same click, and worked on at all of them. */
    void beginEverywhere(int dossiers) {
        work.add(desks.submit(() -> receiveEverywhere(dossiers)));
        for (Installation node : installations.keySet()) {
            ACCOUNTS.forEach(account -> work.add(desks.submit(() -> sit(at(node, account)))));
        }
    }

    /** Begins to receive so many dossiers at this installation, and to work at all of them. */
    void begin(Installation counter, int dossiers) {
        work.add(desks.submit(() -> receive(at(counter, "tiepnhan"), dossiers)));
        for (Installation installation : installations.keySet()) {
            ACCOUNTS.forEach(account -> work.add(desks.submit(() -> sit(at(installation, account)))));
        }
    }

    /** Goes on with dossiers that were received before, by other officers of this kind or after a restore. */
    void goOn(Installation counter, Set<String> numbers) {
        received.addAll(numbers);
        ACCOUNTS.forEach(account -> work.add(desks.submit(() -> sit(at(counter, account)))));
    }

    /** Waits until so many dossiers were received and their results handed over, or nothing more happened for long. */
    void untilReturned(int dossiers, Duration patience) throws InterruptedException, ExecutionException {
        int seen = -1;
        long end = 0;
        while (returned.size() < dossiers) {
            if (progress() != seen) {
                seen = progress();
                end = System.nanoTime() + patience.toNanos();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(dossiers - returned.size() + " of " + dossiers + " dossiers stand still: "
                        + received.stream()
                                .filter(number -> !returned.contains(number))
                                .sorted()
                                .limit(20)
                                .collect(joining(", ")));
            }
            if (!objections.isEmpty()) {
                throw new AssertionError(String.join("\n", objections));
            }
            for (Future<?> each : work) {
                if (each.isDone()) {
                    each.get();
                }
            }
            Thread.sleep(100);
        }
    }

    /** Commands accepted so far. */
    int progress() {
        return received.size() + done.size();
    }

    /** Numbers of the dossiers that were accepted at the counter. */
    Set<String> received() {
        return Set.copyOf(received);
    }

    List<Done> done() {
        return List.copyOf(done);
    }

    /** What an officer was told about a command that nobody else could have given. */
    List<String> objections() {
        return List.copyOf(objections);
    }

    /** How many commands had to be sent again because there was no answer. */
    int repeats() {
        return repeats.get();
    }

    /** How often somebody was told that another one had been quicker. */
    int beaten() {
        return beaten.get();
    }

    @Override
    public void close() throws InterruptedException {
        desks.shutdownNow();
        secondClicks.shutdownNow();
        desks.awaitTermination(1, TimeUnit.MINUTES);
    }

    private Officer at(Installation installation, String account) {
        return new Officer(installation, installations.get(installation), account);
    }

    private @Nullable Void receive(Officer reception, int dossiers) throws InterruptedException {
        for (int n = 0; n < dossiers; n++) {
            Officer.Answer answer = reception.post("dossiers", Applications.of(n), "dossier-" + n);
            note(answer);
            if (answer.accepted()) {
                received.add(answer.body().path("number").asString());
            } else {
                objections.add("dossier " + n + ": " + answer);
            }
        }
        return null;
    }

    private @Nullable Void receiveEverywhere(int dossiers) throws InterruptedException {
        List<Officer> receptions = installations.keySet().stream()
                .map(node -> at(node, "tiepnhan"))
                .toList();
        for (int n = 0; n < dossiers; n++) {
            Officer.Answer answer = atOnce(receptions, "dossiers", Applications.of(n), "dossier-" + n);
            if (answer.accepted()) {
                received.add(answer.body().path("number").asString());
            } else {
                objections.add("dossier " + n + ": " + answer);
            }
        }
        return null;
    }

    /** The same command under the same key from several places at the same moment: all must hear the same. */
    private Officer.Answer atOnce(List<Officer> places, String path, Object body, String key)
            throws InterruptedException {
        var together = new CyclicBarrier(places.size());
        List<Future<Officer.Answer>> clicks = places.stream()
                .map(place -> secondClicks.submit(() -> {
                    together.await();
                    return place.post(path, body, key);
                }))
                .toList();
        List<Officer.Answer> answers = new ArrayList<>();
        for (Future<Officer.Answer> each : clicks) {
            try {
                answers.add(each.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        answers.forEach(this::note);
        Officer.Answer first = answers.get(0);
        for (Officer.Answer other : answers) {
            if (first.accepted() != other.accepted()
                    || (first.accepted() && !first.body().equals(other.body()))) {
                objections.add("one click, two answers: " + answers);
            }
        }
        return first;
    }

    private @Nullable Void sit(Officer officer) throws InterruptedException {
        long pause = SHORTEST_BREAK_MILLIS;
        while (!Thread.currentThread().isInterrupted()) {
            boolean idle = true;
            for (JsonNode line :
                    officer.get("worklist?queue=team&limit=50").body().path("items")) {
                idle &= !complete(officer, line);
            }
            pause = idle ? Math.min(LONGEST_BREAK_MILLIS, pause * 2) : SHORTEST_BREAK_MILLIS;
            Thread.sleep(pause);
        }
        return null;
    }

    private boolean complete(Officer officer, JsonNode line) throws InterruptedException {
        String task = line.path("taskId").asString();
        Officer.Answer step = officer.get("tasks/" + task);
        if (!line.path("state").asString().equals("OPEN")
                || !step.body().path("mayComplete").asBoolean()) {
            return false;
        }
        String outcome = usual(step.body().path("outcomes"));
        Officer.Answer answer = decide(officer, task, Map.of("outcome", outcome));
        if (rivals && LATE.contains(answer.status())) {
            beaten.incrementAndGet();
            return false;
        }
        if (!answer.accepted()) {
            objections.add(officer + " " + line + ": " + answer);
            return false;
        }
        String dossier = line.path("legNumber").asString();
        String name = line.path("step").asString();
        done.add(new Done(officer.installation().name(), task, dossier, name));
        if (name.equals(LAST_STEP) && received.contains(dossier)) {
            returned.add(dossier);
        }
        return true;
    }

    /** Rivals decide under keys of their own; some of them click at all nodes at once. */
    private Officer.Answer decide(Officer officer, String task, Object decision) throws InterruptedException {
        String path = "tasks/" + task + "/complete";
        if (!rivals) {
            Officer.Answer answer = officer.post(path, decision, "step-" + task);
            note(answer);
            return answer;
        }
        String key = "step-" + task + "-at-" + officer.installation();
        List<Officer> places = Math.floorMod(task.hashCode(), 4) > 0
                ? List.of(officer)
                : installations.keySet().stream()
                        .map(node -> at(node, officer.account()))
                        .toList();
        return atOnce(places, path, decision, key);
    }

    private void note(Officer.Answer answer) {
        if (answer.sent() > 1) {
            repeats.incrementAndGet();
        }
    }

    private static String usual(JsonNode outcomes) {
        for (JsonNode outcome : outcomes) {
            if (outcome.path("default").asBoolean()) {
                return outcome.path("id").asString();
            }
        }
        throw new AssertionError("no usual outcome in " + outcomes);
    }
}
