package vn.lienthong.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals each day that is over. Nothing waits for a clock: the first entry of a new day makes it so, and the start of a
 * node. The seal is told to the node's own log too, where no database reaches: whoever keeps that can prove it.
 */
@Component
class Sealing {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    /** A transaction that took its day just before midnight has committed by then. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    private final AuditMapper mapper;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private volatile @Nullable LocalDate sealedUpTo;

    Sealing(AuditMapper mapper, TransactionTemplate transaction, Clock clock, ObjectProvider<MeterRegistry> meters) {
        this.mapper = mapper;
        this.transaction = transaction;
        this.clock = clock;
        // A command at the machine has none.
        meters.ifAvailable(registry -> Gauge.builder("lienthong.log.unsealed", mapper::overlooked)
                .baseUnit("days")
                .description("Days of the log that are over and have no seal")
                .register(registry));
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        sealUpTo(open(clock.instant()));
    }

    /**
     * The day in whose chain an entry of this moment stands: its own, unless the clock went back behind a sealed day.
     * When a day has ended since the last entry, it is sealed after the commit.
     */
    LocalDate dayOf(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, Log.VIETNAM);
        LocalDate open = open(at);
        LocalDate known = sealedUpTo;
        if (known == null || known.isBefore(open)) {
            sealAfterCommit(open);
        }
        return known != null && day.isBefore(known) ? known : day;
    }

    private void sealAfterCommit(LocalDate open) {
        sealedUpTo = open;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                var sealer = new Thread(() -> sealUpTo(open), "seal");
                sealer.setDaemon(true);
                sealer.start();
            }
        });
    }

    /** The first day that may still grow. */
    private static LocalDate open(Instant now) {
        return LocalDate.ofInstant(now.minus(GRACE), Log.VIETNAM);
    }

    private void sealUpTo(LocalDate open) {
        try {
            if (livesInAnotherTime()) {
                log.error("the clock of this machine is not the database's: no day is sealed here");
                return;
            }
            transaction.executeWithoutResult(status -> {
                if (mapper.holdsSeals()) {
                    mapper.unsealed(open).forEach(this::seal);
                }
            });
            sealedUpTo = open;
        } catch (RuntimeException e) {
            sealedUpTo = null;
            log.error("the log of past days will be sealed later", e);
        }
    }

    /** The others may still be writing on a day that has ended only here, and nobody can unseal it. */
    private boolean livesInAnotherTime() {
        Instant here = Clock.systemUTC().instant();
        return Duration.between(mapper.databaseTime(), here).abs().compareTo(GRACE) > 0;
    }

    private void seal(LocalDate day) {
        AuditMapper.Seal before = mapper.lastSeal();
        List<AuditMapper.Chain> chains = mapper.chains(day);
        var seal = new AuditMapper.Seal(
                before == null ? 1 : before.number() + 1,
                day,
                chains.stream().mapToLong(AuditMapper.Chain::length).sum(),
                hash(before, day, chains),
                clock.instant());
        mapper.seal(seal);
        log.info(
                "sealed the log of {}: seal {}, {} entries, {}",
                day,
                seal.number(),
                seal.entries(),
                HexFormat.of().formatHex(seal.hash()));
    }

    /** Over the seal before, the day, and the end of each of its chains. */
    static byte[] hash(AuditMapper.@Nullable Seal before, LocalDate day, List<AuditMapper.Chain> chains) {
        MessageDigest digest = Fingerprint.sha256();
        if (before != null) {
            digest.update(before.hash());
        }
        digest.update(day.toString().getBytes(StandardCharsets.UTF_8));
        for (AuditMapper.Chain chain : chains) {
            digest.update(chain.unit().getBytes(StandardCharsets.UTF_8));
            digest.update(ByteBuffer.allocate(Long.BYTES + 1)
                    .put((byte) 0)
                    .putLong(chain.length())
                    .array());
            digest.update(chain.hash());
        }
        return digest.digest();
    }
}
