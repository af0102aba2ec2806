package vn.lienthong.citizen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import vn.lienthong.citizen.GuessMapper.Guesses;
import vn.lienthong.command.Backoff;
import vn.lienthong.command.Bounded;
import vn.lienthong.command.Network;

/**
 * Keeps strangers from guessing numbers and secrets, and from reading on and on. Wrong guesses count per address and per
 * number, on all nodes together and across restarts; every question counts per address, on each node for itself, because
 * that spares the node and costs no write. A ward's public computer is one address, so there is room for a queue.
 */
@Component
class GuessLimit {

    static final int WRONG_PER_ADDRESS = 10;
    static final int WRONG_PER_NUMBER = 10;
    static final int QUESTIONS_PER_MINUTE = 120;
    static final int FILES_PER_MINUTE = 20;

    private static final Duration MEMORY = Duration.ofMinutes(30);
    private static final int CAPACITY = 20_000;
    private static final int ONE_IN = 200;

    // Never forgiven by a right answer: with a receipt of one's own one could go on guessing others'.
    private static final Backoff.Policy ADDRESS =
            policy(WRONG_PER_ADDRESS, Duration.ofSeconds(10), Duration.ofMinutes(2));
    // A short wait: the secret is long enough, and whoever holds it must not be kept out by others' guesses.
    private static final Backoff.Policy NUMBER = policy(WRONG_PER_NUMBER, Duration.ofSeconds(5), Duration.ofMinutes(1));

    private record Minute(Instant since, int questions) {}

    private final GuessMapper guesses;
    private final Clock clock;
    private final Map<String, Minute> minutes = new Bounded<>(CAPACITY);

    GuessLimit(GuessMapper guesses, Clock clock) {
        this.guesses = guesses;
        this.clock = clock;
    }

    /** @throws TooManyQuestions when this address, or whoever asks for this number, has to wait */
    void ask(String number, String address) {
        refuse(longer(left(address, number), count(address, 1)));
    }

    /**
     * Something that keeps the machine busy, such as reading a file of a stranger.
     *
     * @throws TooManyQuestions when this address has to wait
     */
    void askMuch(String address) {
        refuse(longer(left(address, ""), count(address, QUESTIONS_PER_MINUTE / FILES_PER_MINUTE)));
    }

    void wrong(String number, String address) {
        Instant now = clock.instant();
        guesses.wrong(ofAddress(address), ofNumber(number), now, now.minus(MEMORY));
        if (ThreadLocalRandom.current().nextInt(ONE_IN) == 0) {
            guesses.forgetBefore(now.minus(MEMORY));
        }
    }

    private static void refuse(Duration wait) {
        if (!wait.isZero()) {
            throw new TooManyQuestions(wait);
        }
    }

    private Duration left(String address, String number) {
        Instant now = clock.instant();
        byte[] here = ofAddress(address);
        Duration left = Duration.ZERO;
        for (Guesses row : guesses.of(here, ofNumber(number))) {
            Backoff.Policy policy = Arrays.equals(row.whose(), here) ? ADDRESS : NUMBER;
            left = longer(left, policy.left(row.failures(), row.lastAt(), now));
        }
        return left;
    }

    private Duration count(String from, int questions) {
        Instant now = clock.instant();
        String address = Network.of(from);
        synchronized (minutes) {
            Minute minute = minutes.get(address);
            if (minute == null || Duration.between(minute.since(), now).abs().compareTo(Duration.ofMinutes(1)) >= 0) {
                minutes.put(address, new Minute(now, questions));
                return Duration.ZERO;
            }
            minutes.put(address, new Minute(minute.since(), minute.questions() + questions));
            return minute.questions() < QUESTIONS_PER_MINUTE
                    ? Duration.ZERO
                    : Duration.ofMinutes(1).minus(Duration.between(minute.since(), now));
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static byte[] ofAddress(String address) {
        return digest("address " + Network.of(address));
    }

    private static byte[] ofNumber(String number) {
        return digest("number " + number);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Backoff.Policy policy(int allowance, Duration firstWait, Duration longestWait) {
        return new Backoff.Policy(allowance, firstWait, longestWait, MEMORY, Integer.MAX_VALUE);
    }
}
