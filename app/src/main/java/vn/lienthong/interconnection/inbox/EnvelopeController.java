package vn.lienthong.interconnection.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.interconnection.envelope.Envelope;
import vn.lienthong.interconnection.envelope.Envelopes;
import vn.lienthong.interconnection.peer.NotVouchedFor;
import vn.lienthong.interconnection.peer.Peer;
import vn.lienthong.interconnection.peer.Peers;
import vn.lienthong.interconnection.peer.Signatures;

/** Where peers bring their envelopes. */
@RestController
class EnvelopeController {

    /** Some forty sheets of paper, scanned. */
    static final int LARGEST = 60_000_000;

    private static final Logger log = LoggerFactory.getLogger(EnvelopeController.class);
    private static final String LATER = "30";

    private final Inbox inbox;
    private final Peers peers;
    private final Signatures signatures;
    private final ProblemDetails details;
    private final JsonMapper json;

    EnvelopeController(Inbox inbox, Peers peers, Signatures signatures, ProblemDetails details, JsonMapper json) {
        this.details = details;
        this.json = json;
        this.inbox = inbox;
        this.peers = peers;
        this.signatures = signatures;
    }

    /**
     * Takes one envelope. 200 with a receipt once it lies safely here, also when it came before; 401 when it is not proved
     * whose it is; 413, 422 and 409 when it would be refused again; 503 when there is too much to do.
     */
    @PostMapping(
            path = "/api/v1/interconnection/envelopes",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> take(
            InputStream content, @RequestHeader(name = Signatures.HEADER, required = false) @Nullable String signature)
            throws IOException {
        byte[] body = content.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return refused(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        if (inbox.isFull()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, LATER)
                    .build();
        }
        Envelope envelope;
        Peer peer;
        try {
            String from = Envelopes.sender(body);
            peer = peers.speakingFor(from).orElseThrow(() -> new NotVouchedFor("nobody here knows " + from));
            signatures.check(peer, from, signature, body);
            envelope = Envelopes.read(body);
        } catch (NotVouchedFor e) {
            log.warn("an envelope was not let in: {}", e.getMessage());
            return refused(HttpStatus.UNAUTHORIZED, "not-vouched-for");
        }
        // The receipt is signed by the agency it is for, which has to be one of ours.
        if (peers.own(envelope.to().code()).isEmpty()) {
            throw new InvalidInput(Problem.of("to.code", "unknown-agency"));
        }
        String receipt = Envelopes.write(inbox.take(envelope, peer.name()));
        return ResponseEntity.ok()
                .header(
                        Signatures.HEADER,
                        signatures.sign(peer, envelope.to().code(), receipt.getBytes(StandardCharsets.UTF_8)))
                .body(receipt);
    }

    private ResponseEntity<String> refused(HttpStatus status, String code) {
        ProblemDetail detail = details.of(status, Locale.ENGLISH);
        detail.setProperty("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json.writeValueAsString(details.asMap(detail)));
    }
}
