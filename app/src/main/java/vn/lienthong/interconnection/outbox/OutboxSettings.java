package vn.lienthong.interconnection.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave.
 *
 * @param runs whether this node carries messages; off in tests, which do it by hand
 * @param every how often to look for what another node wrote or what is due again; own messages are carried at once
 * @param inFlight messages on their way to one destination from one node; each takes a thread, none takes another
 *     destination's
 * @param lease when another node takes over what a dead one was carrying; a try is broken off after three quarters of it
 * @param firstWait before the second try; doubles from there, each wait shortened at random by up to half
 * @param longestWait where doubling ends, and the most that a destination's Retry-After is believed
 * @param giveUpAfter a message that was tried for so long, and ten times at least, needs a person; three days outlive a
 *     weekend's repair
 * @param breaker when a destination is left alone
 * @param patience how long a message may wait before the health of the node says that a person should look
 * @param keep how long to keep what was delivered, with its body
 */
@ConfigurationProperties("lienthong.interconnection.outbox")
record OutboxSettings(
        @DefaultValue("true") boolean runs,
        @DefaultValue("1s") Duration every,
        @DefaultValue("8") int inFlight,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("5s") Duration firstWait,
        @DefaultValue("1h") Duration longestWait,
        @DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue Breaker breaker,
        @DefaultValue("15m") Duration patience,
        @DefaultValue("30d") Duration keep) {

    /** When a try is broken off, so that it is over before another node takes over. */
    Duration longestTry() {
        return lease.multipliedBy(3).dividedBy(4);
    }

    /**
     * @param calls the last so many tries are looked at …
     * @param fewest … once there were so many …
     * @param percent … and when this share of them failed, the destination is left alone
     * @param firstWait before it is asked whether it is back, with one message; doubles as long as it is not
     * @param longestWait where doubling ends: so late at most is a recovery noticed
     */
    record Breaker(
            @DefaultValue("10") int calls,
            @DefaultValue("5") int fewest,
            @DefaultValue("60") int percent,
            @DefaultValue("5s") Duration firstWait,
            @DefaultValue("1m") Duration longestWait) {}
}
