package vn.lienthong.interconnection.pull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;
import vn.lienthong.command.Backoff;

/** Knows the agencies' programs by name and secret, and makes guessing slow as the login of officers does. */
@Component
class MachineClients {

    private static final Logger log = LoggerFactory.getLogger(MachineClients.class);

    private static final int PER_CLIENT_AND_ADDRESS = 5;
    private static final int PER_ADDRESS = 60;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofMinutes(30);
    private static final int CAPACITY = 10_000;

    /** What a name that nobody has is compared with, so that it takes as long. */
    private static final byte[] NOBODY = digest("");

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known(MachineClient client, byte[] digest) {}

    private final Map<String, Known> byName = new HashMap<>();
    private final Map<String, MachineClient> byIdentity = new HashMap<>();
    private final Backoff clientAtAddress;
    private final Backoff addresses;

    MachineClients(PullSettings settings, Clock clock) {
        settings.clients().forEach((name, configured) -> {
            var client = new MachineClient(name, Set.copyOf(configured.agencies()));
            String secret = configured.readSecret();
            if (secret != null && secret.length() >= PullSettings.SHORTEST_SECRET) {
                byName.put(name, new Known(client, digest(secret)));
            }
            if (configured.identity() != null) {
                byIdentity.put(configured.identity(), client);
            }
        });
        this.clientAtAddress = backoff(PER_CLIENT_AND_ADDRESS, clock);
        this.addresses = backoff(PER_ADDRESS, clock);
    }

    /**
     * The client of this name, if it is the one.
     *
     * @throws BadCredentialsException when there is no such client, or its secret is another
     * @throws TooManyGuesses when too many were wrong lately
     */
    MachineClient prove(String name, String secret, String address) {
        String both = name + '\n' + address;
        Stream.of(clientAtAddress.waitFor(both), addresses.waitFor(address))
                .max(Duration::compareTo)
                .filter(wait -> !wait.isZero())
                .ifPresent(wait -> {
                    throw new TooManyGuesses(wait);
                });
        Known known = byName.get(name);
        boolean right = MessageDigest.isEqual(known == null ? NOBODY : known.digest(), digest(secret));
        if (known == null || !right) {
            clientAtAddress.failed(both);
            addresses.failed(address);
            log.info("agency client refused from {}", address);
            throw new BadCredentialsException("unknown client or wrong secret");
        }
        clientAtAddress.forgive(both);
        return known.client();
    }

    /** The client that gets its tokens from the identity provider under this id. */
    Optional<MachineClient> identified(String identity) {
        return Optional.ofNullable(byIdentity.get(identity));
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Backoff backoff(int allowance, Clock clock) {
        return new Backoff(new Backoff.Policy(allowance, FIRST_WAIT, LONGEST_WAIT, MEMORY, CAPACITY), clock);
    }
}
