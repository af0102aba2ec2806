package vn.lienthong.interconnection.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.interconnection.outbox.Outbox.State;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.TimeMachine;

/** Messages leave after the commit, in order, once at a time, until they are taken; trouble with one is no other's. */
@ModuleTest
class CarryingTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T02:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final OutboxMapper messages;
    private final TransactionTemplate transaction;
    private final TimeMachine time;
    private final JdbcClient jdbc;
    private final List<Node> nodes = new ArrayList<>();
    private final World world = new World();

    @Autowired
    CarryingTest(OutboxMapper messages, TransactionTemplate transaction, TimeMachine time, JdbcClient jdbc) {
        this.messages = messages;
        this.transaction = transaction;
        this.time = time;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anEmptyOutbox() {
        jdbc.sql("delete from interconnection.outbox").update();
        time.set(MORNING);
    }

    @AfterEach
    void stop() {
        world.open();
        nodes.forEach(Node::close);
        time.reset();
        jdbc.sql("delete from interconnection.outbox").update();
    }

    @Test
    void nothing_leaves_before_the_commit_and_nothing_at_all_without_one() {
        Node node = aNode();

        transaction.executeWithoutResult(tx -> {
            node.outbox.put(UUID.randomUUID(), "police", "A", "sent", "1");
            assertThat(CompletableFuture.supplyAsync(node::carryDue).join()).isZero();
        });
        assertThat(node.carryDue()).isEqualTo(1);
        transaction.executeWithoutResult(tx -> {
            node.outbox.put(UUID.randomUUID(), "police", "A", "sent", "2");
            tx.setRollbackOnly();
        });
        assertThat(node.carryDue()).isZero();

        assertThat(world.bodies("police")).containsExactly("1");
    }

    @Test
    void the_same_id_again_does_nothing() {
        Node node = aNode();
        UUID id = UUID.randomUUID();

        put(node, id, "police", "A", "1");
        put(node, id, "police", "A", "1");
        carryAll(node);
        put(node, id, "police", "A", "1");
        carryAll(node);

        assertThat(world.bodies("police")).containsExactly("1");
    }

    @Test
    void what_was_taken_is_announced_with_the_answer_in_the_transaction_that_marks_it() {
        Node node = aNode();
        UUID id = put(node, "police", "A", "1");

        carryAll(node);

        assertThat(node.announced).containsExactly(new Delivered(id, "police", "A", "sent", "taken 1"));
        assertThat(state(id)).isEqualTo(State.DELIVERED);
    }

    @Test
    void when_nobody_can_take_in_the_answer_the_message_is_carried_again() {
        Node node = aNode().listening(event -> {
            throw new IllegalStateException("a listener fails");
        });
        UUID id = put(node, "police", "A", "1");

        carryAll(node);
        assertThat(state(id)).isEqualTo(State.WAITING);
        node.listening(event -> {});
        time.set(MORNING.plusSeconds(11));
        carryAll(node);

        assertThat(state(id)).isEqualTo(State.DELIVERED);
        assertThat(node.announced(Delivered.class)).hasSize(1);
        assertThat(world.bodies("police")).containsExactly("1", "1");
    }

    @Test
    void what_a_dead_node_was_carrying_is_taken_over_after_the_lease() {
        Node node = aNode();
        put(node, "police", "A", "1");
        assertThat(messages.take("police", false, MORNING, MORNING.plus(LEASE), 10))
                .as("the other node takes it and dies")
                .hasSize(1);

        assertThat(node.carryDue()).isZero();
        time.set(MORNING.plus(LEASE).plusSeconds(1));
        assertThat(node.carryDue()).isEqualTo(1);

        assertThat(world.bodies("police")).containsExactly("1");
    }

    @Test
    void a_node_that_was_thought_dead_marks_nothing() {
        Node node = aNode();
        UUID id = put(node, "police", "A", "1");
        OutgoingMessage taken =
                messages.take("police", false, MORNING, MORNING.plus(LEASE), 10).get(0);
        time.set(MORNING.plus(LEASE).plusSeconds(1));
        messages.take("police", false, time.now(), time.now().plus(LEASE), 10);

        assertThat(messages.delivered(id, taken.attempts(), "HTTP 200", time.now()))
                .isZero();
        assertThat(messages.again(id, taken.attempts(), time.now(), "late")).isZero();
        assertThat(messages.dead(id, taken.attempts(), "late", time.now())).isZero();

        assertThat(state(id)).isEqualTo(State.WAITING);
    }

    @Test
    void two_nodes_carry_each_message_once_at_a_time_and_every_stream_in_order() throws InterruptedException {
        var chance = new Random(20261120);
        world.failing(body -> {
            synchronized (chance) {
                return chance.nextInt(100) < 15;
            }
        });
        OutboxSettings busy = new OutboxSettings(
                true,
                Duration.ofMillis(20),
                8,
                LEASE,
                Duration.ofMillis(10),
                Duration.ofMillis(40),
                Duration.ofDays(3),
                new OutboxSettings.Breaker(20, 20, 95, Duration.ofMillis(20), Duration.ofMillis(40)),
                Duration.ofMinutes(15),
                Duration.ofDays(30));
        time.reset();
        Node one = aNode(busy);
        Node other = aNode(busy);
        one.carrying.start();
        other.carrying.start();

        int streams = 25;
        int each = 12;
        for (int i = 0; i < each; i++) {
            for (int stream = 0; stream < streams; stream++) {
                put(i % 2 == 0 ? one : other, "police", "S" + stream, "S" + stream + " " + i);
            }
        }
        until(() -> count("DELIVERED") == streams * each);

        assertThat(world.overlaps.get()).as("carried twice at the same time").isZero();
        assertThat(world.bodies("police")).hasSize(streams * each).doesNotHaveDuplicates();
        for (int stream = 0; stream < streams; stream++) {
            String prefix = "S" + stream + " ";
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                expected.add(prefix + i);
            }
            assertThat(world.bodies("police").stream().filter(body -> body.startsWith(prefix)))
                    .containsExactlyElementsOf(expected);
        }
        assertThat(one.announced(Delivered.class)).as("both nodes took part").isNotEmpty();
        assertThat(other.announced(Delivered.class)).as("both nodes took part").isNotEmpty();
    }

    @Test
    void a_stream_waits_for_its_first_message_and_other_streams_do_not() {
        Node node = aNode();
        world.failing("1"::equals);
        put(node, "police", "A", "1");
        put(node, "police", "A", "2");
        put(node, "police", "B", "3");

        carryAll(node);
        assertThat(world.bodies("police")).containsExactly("3");
        world.failing(body -> false);
        time.set(MORNING.plusSeconds(11));
        carryAll(node);

        assertThat(world.bodies("police")).containsExactly("3", "1", "2");
    }

    @Test
    void the_order_of_a_stream_is_the_order_of_commits() throws InterruptedException {
        Node node = aNode();
        var first = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(tx -> {
            node.outbox.put(UUID.randomUUID(), "police", "A", "sent", "first");
            first.countDown();
            await(goOn);
        }));
        first.await();
        CompletableFuture<UUID> quick = CompletableFuture.supplyAsync(() -> put(node, "police", "A", "second"));
        put(node, "police", "B", "another stream waits for nobody");

        assertThat(CompletableFuture.supplyAsync(node::carryDue).join()).isEqualTo(1);
        assertThat(quick).isNotDone();
        goOn.countDown();
        slow.join();
        quick.join();
        carryAll(node);

        assertThat(world.bodies("police")).containsExactly("another stream waits for nobody", "first", "second");
    }

    @Test
    void a_message_that_is_refused_for_good_stops_its_own_stream_until_a_person_decides() {
        Node node = aNode();
        world.refusing("bad"::equals);
        UUID bad = put(node, "police", "A", "bad");
        put(node, "police", "A", "2");
        put(node, "police", "B", "3");

        carryAll(node);
        time.set(MORNING.plus(Duration.ofDays(2)));
        carryAll(node);

        assertThat(world.bodies("police")).containsExactly("3");
        assertThat(node.announced(DeadLettered.class))
                .containsExactly(new DeadLettered(bad, "police", "A", "sent", "HTTP 422 invalid"));
        assertThat(node.outbox.find(bad)).hasValueSatisfying(line -> {
            assertThat(line.state()).isEqualTo(State.DEAD);
            assertThat(line.behind()).isEqualTo(1);
            assertThat(line.attempts()).isEqualTo(1);
        });

        assertThat(node.outbox.abandon(bad)).isTrue();
        carryAll(node);
        assertThat(world.bodies("police")).containsExactly("3", "2");
        assertThat(node.outbox.abandon(bad)).isFalse();
    }

    @Test
    void a_dead_message_that_is_sent_again_goes_before_what_waits_behind_it() {
        Node node = aNode();
        world.refusing("1"::equals);
        UUID id = put(node, "police", "A", "1");
        put(node, "police", "A", "2");
        carryAll(node);

        world.refusing(body -> false);
        node.outbox.again(id);
        carryAll(node);

        assertThat(world.bodies("police")).containsExactly("1", "2");
    }

    @Test
    void after_three_days_of_failures_a_person_must_look() {
        Node node = aNode();
        world.failing(body -> true);
        UUID id = put(node, "police", "A", "1");

        while (state(id) == State.WAITING) {
            carryAll(node);
            time.set(time.now().plus(Duration.ofMinutes(10)));
        }

        assertThat(Duration.between(MORNING, time.now())).isBetween(Duration.ofDays(3), Duration.ofHours(74));
        assertThat(node.announced(DeadLettered.class)).hasSize(1);
    }

    @Test
    void a_destination_that_hangs_takes_no_place_of_another() throws InterruptedException {
        Node node = aNode(Node.settings(true, LEASE));
        world.hanging("tax");
        for (int i = 0; i < 20; i++) {
            put(node, "tax", "T" + i, "t" + i);
        }
        node.carrying.start();
        until(() -> world.hanging.get() == 4);

        for (int i = 0; i < 20; i++) {
            put(node, "police", "P" + i, "p" + i);
        }
        until(() -> world.bodies("police").size() == 20);

        assertThat(world.hanging.get())
                .as("no more on their way than there are places")
                .isEqualTo(4);
        assertThat(world.bodies("tax")).isEmpty();
    }

    @Test
    void what_hangs_is_broken_off_before_its_lease_is_over() throws InterruptedException {
        Node node = aNode(Node.settings(false, Duration.ofMillis(400)));
        world.hanging("tax");
        UUID id = put(node, "tax", "A", "1");

        assertThat(node.carryDue()).isEqualTo(1);

        assertThat(state(id)).isEqualTo(State.WAITING);
        assertThat(node.outbox.find(id).orElseThrow().lastAnswer()).isEqualTo("interrupted");
    }

    @Test
    void a_destination_that_keeps_failing_is_left_alone_then_asked_with_one_message_and_is_back_at_once() {
        Node node = aNode();
        world.failing(body -> true);
        for (int i = 0; i < 20; i++) {
            put(node, "police", "P" + i, "p" + i);
        }
        carryAll(node);
        int before = world.asked.get();
        assertThat(before).as("it was given up soon").isBetween(2, 8);
        time.set(MORNING.plusSeconds(15));
        assertThat(node.carryDue()).as("left alone").isZero();

        time.set(MORNING.plusSeconds(60));
        assertThat(node.carryDue()).as("one message asks").isEqualTo(1);
        assertThat(node.carryDue()).as("left alone again, for longer").isZero();
        world.failing(body -> false);
        time.set(MORNING.plus(Duration.ofMinutes(4)));
        assertThat(node.carryDue()).as("one message asks").isEqualTo(1);
        time.set(time.now().plusSeconds(6));
        carryAll(node);

        assertThat(world.bodies("police"))
                .as("all of it, whatever each was to wait")
                .hasSize(20);
    }

    @Test
    void a_destination_that_wants_to_be_left_alone_is_left_alone_with_everything() {
        Node node = aNode();
        world.busy(Duration.ofMinutes(5));
        put(node, "police", "A", "1");
        carryAll(node);
        world.busy(null);
        put(node, "police", "B", "2");
        put(node, "tax", "B", "3");

        time.set(MORNING.plus(Duration.ofMinutes(4)));
        carryAll(node);
        assertThat(world.bodies("police")).isEmpty();
        assertThat(world.bodies("tax")).containsExactly("3");
        time.set(MORNING.plus(Duration.ofMinutes(5)).plusSeconds(1));
        carryAll(node);

        assertThat(world.bodies("police")).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void a_message_leaves_as_soon_as_it_is_committed() throws InterruptedException {
        Node node = aNode(Node.settings(true, LEASE));
        node.carrying.start();
        until(() -> node.carrying.isRunning());
        Thread.yield();

        long began = System.nanoTime();
        put(node, "police", "A", "1");
        put(node, "police", "A", "2");
        until(() -> count("DELIVERED") == 2);

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as("the next look is an hour away")
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_node_that_stops_hands_back_what_it_could_not_finish() throws InterruptedException {
        Node node = aNode(Node.settings(true, LEASE));
        world.hanging("tax");
        UUID id = put(node, "tax", "A", "1");
        node.carrying.start();
        until(() -> world.hanging.get() == 1);

        node.carrying.stop();

        world.open();
        assertThat(aNode().carryDue())
                .as("at once, without waiting for the lease")
                .isEqualTo(1);
        assertThat(state(id)).isEqualTo(State.DELIVERED);
    }

    @Test
    void a_message_can_be_taken_back_until_the_first_try() {
        Node node = aNode();
        UUID back = put(node, "police", "A", "1");
        UUID gone = put(node, "police", "A", "2");

        assertThat(node.outbox.cancel(back)).isTrue();
        world.failing(body -> true);
        carryAll(node);
        assertThat(node.outbox.cancel(gone)).isFalse();
        world.failing(body -> false);
        time.set(MORNING.plusSeconds(11));
        carryAll(node);

        assertThat(world.bodies("police")).containsExactly("2");
        assertThat(state(back)).isEqualTo(State.CANCELLED);
    }

    private Node aNode() {
        return aNode(Node.settings(false, LEASE));
    }

    private Node aNode(OutboxSettings settings) {
        var node = new Node(messages, transaction, settings, new EngineClock(), world);
        nodes.add(node);
        return node;
    }

    private UUID put(Node node, String destination, String stream, String body) {
        return put(node, UUID.randomUUID(), destination, stream, body);
    }

    private UUID put(Node node, UUID id, String destination, String stream, String body) {
        transaction.executeWithoutResult(tx -> node.outbox.put(id, destination, stream, "sent", body));
        return id;
    }

    /** As long as there is something due. */
    private static void carryAll(Node node) {
        while (node.carryDue() > 0) {
            Thread.onSpinWait();
        }
    }

    private State state(UUID id) {
        return Objects.requireNonNull(messages.find(id)).state();
    }

    private int count(String state) {
        return jdbc.sql("select count(*) from interconnection.outbox where state = :state")
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    private static void until(Supplier<Boolean> reached) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!reached.get()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
