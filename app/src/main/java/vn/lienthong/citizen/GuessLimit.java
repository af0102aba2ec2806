package vn.lienthong.citizen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.command.Backoff;

/**
 * Keeps strangers from guessing numbers and secrets, and from reading on and on. Wrong guesses count per address and per
 * number; every question counts per address. A ward's public computer is one address, so there is room for a queue.
 */
@Component
class GuessLimit {

    static final int WRONG_PER_ADDRESS = 10;
    static final int WRONG_PER_NUMBER = 10;
    static final int QUESTIONS_PER_MINUTE = 120;
    static final int FILES_PER_MINUTE = 20;

    private static final Duration MEMORY = Duration.ofMinutes(30);
    private static final int CAPACITY = 20_000;

    private record Minute(Instant since, int questions) {}

    private final Clock clock;
    private final Backoff addresses;
    private final Backoff numbers;
    private final Map<String, Minute> minutes = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Minute> eldest) {
            return size() > CAPACITY;
        }
    };

    GuessLimit(Clock clock) {
        this.clock = clock;
        // Never forgiven by a right answer: with a receipt of one's own one could go on guessing others'.
        this.addresses = new Backoff(
                new Backoff.Policy(WRONG_PER_ADDRESS, Duration.ofSeconds(10), Duration.ofMinutes(2), MEMORY, CAPACITY),
                clock);
        // A short wait: the secret is long enough, and whoever holds it must not be kept out by others' guesses.
        this.numbers = new Backoff(
                new Backoff.Policy(WRONG_PER_NUMBER, Duration.ofSeconds(5), Duration.ofMinutes(1), MEMORY, CAPACITY),
                clock);
    }

    /** @throws TooManyQuestions when this address, or whoever asks for this number, has to wait */
    void ask(String number, String address) {
        Duration wait = longer(addresses.waitFor(address), numbers.waitFor(number));
        wait = longer(wait, count(address, 1));
        if (!wait.isZero()) {
            throw new TooManyQuestions(wait);
        }
    }

    /**
     * Something that keeps the machine busy, such as reading a file of a stranger.
     *
     * @throws TooManyQuestions when this address has to wait
     */
    void askMuch(String address) {
        Duration wait = longer(addresses.waitFor(address), count(address, QUESTIONS_PER_MINUTE / FILES_PER_MINUTE));
        if (!wait.isZero()) {
            throw new TooManyQuestions(wait);
        }
    }

    void wrong(String number, String address) {
        addresses.failed(address);
        numbers.failed(number);
    }

    private Duration count(String address, int questions) {
        Instant now = clock.instant();
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
}
