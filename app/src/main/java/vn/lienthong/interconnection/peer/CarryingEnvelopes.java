package vn.lienthong.interconnection.peer;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.document.DocumentId;
import vn.lienthong.document.Documents;
import vn.lienthong.interconnection.envelope.Envelope;
import vn.lienthong.interconnection.envelope.Envelopes;
import vn.lienthong.interconnection.envelope.Receipt;
import vn.lienthong.interconnection.outbox.Answer;
import vn.lienthong.interconnection.outbox.Carrier;
import vn.lienthong.interconnection.outbox.NotTaken;
import vn.lienthong.interconnection.outbox.OutgoingMessage;

/**
 * Takes envelopes to peers. The files are put in and the whole is signed when it leaves, so that the outbox keeps no file
 * twice and a new key is used from its first day on.
 */
@Component
class CarryingEnvelopes implements Carrier {

    /** What an answer of a peer may be for; it is a few lines. */
    private static final int LONGEST_ANSWER = 100_000;

    private final Peers peers;
    private final PeerSettings settings;
    private final Signatures signatures;
    private final Documents documents;
    private final Clock clock;
    private final HttpClient http;

    CarryingEnvelopes(Peers peers, PeerSettings settings, Signatures signatures, Documents documents, Clock clock) {
        this.peers = peers;
        this.settings = settings;
        this.signatures = signatures;
        this.documents = documents;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public boolean carries(String destination) {
        return peers.named(destination).isPresent();
    }

    @Override
    public Answer carry(OutgoingMessage message) throws NotTaken {
        Peer peer = peers.named(message.destination())
                .orElseThrow(() -> new NotTaken(false, message.destination() + " is no peer any more"));
        Envelope envelope = Envelopes.stored(message.body());
        byte[] body = Envelopes.write(whole(envelope)).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(peer.url())
                .timeout(settings.patience())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .header(Signatures.HEADER, signatures.sign(peer, envelope.from().code(), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() == HttpStatus.UNAUTHORIZED.value()) {
                // Clocks apart, or a new key that is not known there yet: nothing is wrong with the message.
                throw new NotTaken(false, "HTTP 401");
            }
            Answer answer = Answer.of(response, clock);
            return new Answer(answer.status(), receipt(peer, envelope, response));
        } catch (IOException e) {
            throw new NotTaken(false, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken(false, "interrupted");
        }
    }

    /** A peer that goes by keys has to prove that it was the one who took it; nobody else can take responsibility. */
    private String receipt(Peer peer, Envelope envelope, HttpResponse<String> response) throws NotTaken {
        String text = response.body();
        if (text.length() > LONGEST_ANSWER) {
            throw new NotTaken(false, "its receipt is too long");
        }
        try {
            if (peer.keys() != null) {
                signatures.check(
                        peer,
                        envelope.to().code(),
                        response.headers().firstValue(Signatures.HEADER).orElse(null),
                        text.getBytes(StandardCharsets.UTF_8));
            } else if (text.isBlank()) {
                return Envelopes.write(new Receipt(envelope.id(), envelope.handover(), clock.instant(), null));
            }
            Receipt receipt = Envelopes.receipt(text);
            if (!receipt.envelope().equals(envelope.id())) {
                throw new NotTaken(false, "its receipt is for another envelope");
            }
            return text;
        } catch (NotVouchedFor e) {
            throw new NotTaken(false, "its receipt: " + e.getMessage());
        } catch (InvalidInput e) {
            throw new NotTaken(false, "its receipt cannot be read");
        }
    }

    private Envelope whole(Envelope envelope) {
        return envelope.with(envelope.attachments().stream()
                .map(file -> file.document() == null
                        ? file
                        : file.carrying(Base64.getEncoder()
                                .encodeToString(documents.content(new DocumentId(UUID.fromString(file.document()))))))
                .toList());
    }
}
