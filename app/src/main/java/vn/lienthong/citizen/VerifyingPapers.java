package vn.lienthong.citizen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.document.signing.CheckedSignature;
import vn.lienthong.document.signing.Verification;
import vn.lienthong.document.signing.Verification.Verdict;
import vn.lienthong.document.signing.Verifying;

/** Tells anybody in plain words what a PDF is worth. Nothing of the file is kept. */
@Component
class VerifyingPapers {

    private final Verifying verifying;
    private final GuessLimit limit;
    private final MessageSource messages;
    private final Clock clock;

    VerifyingPapers(Verifying verifying, GuessLimit limit, MessageSource messages, Clock clock) {
        this.verifying = verifying;
        this.limit = limit;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param address of whoever asks
     * @throws InvalidInput when there is no file, or none that can be read as a PDF
     * @throws TooManyQuestions when this address has to wait
     */
    Verified verify(@Nullable MultipartFile file, String address, Locale locale) {
        if (file == null || file.isEmpty()) {
            throw new InvalidInput(Problem.of("file", "required"));
        }
        limit.askMuch(address);
        Verification found = verifying.verify(bytes(file));
        String said = said(found);
        return new Verified(
                found.verdict().name(),
                word("citizen.verify." + said + ".title", locale),
                word("citizen.verify." + said + ".text", locale),
                found.signatures().stream()
                        .map(each -> line(each, found.holds(), locale))
                        .toList(),
                found.known() == null ? null : known(found.known(), locale));
    }

    /** That it is ours byte by byte says more than that nobody signed it. */
    private static String said(Verification found) {
        boolean ours = found.verdict() == Verdict.UNSIGNED && found.known() != null;
        return ours ? "OURS" : found.verdict().name();
    }

    private Verified.SignatureLine line(CheckedSignature signature, boolean allHold, Locale locale) {
        String state = signature.intact() == null
                ? "unreadable"
                : !signature.intact()
                        ? "changed"
                        : signature.coversAll() ? "whole" : allHold ? "countersigned" : "earlier";
        boolean expired = signature.expiresAt() != null && signature.expiresAt().isBefore(clock.instant());
        String certificate = word("citizen.verify.standing." + signature.standing(), locale);
        return new Verified.SignatureLine(
                signature.signer(),
                signature.agency(),
                signature.at(),
                signature.intact(),
                signature.coversAll(),
                signature.standing().name(),
                signature.expiresAt(),
                word("citizen.verify.state." + state, locale),
                expired && signature.holds()
                        ? certificate + " " + word("citizen.verify.expired", locale)
                        : certificate);
    }

    private Verified.Known known(StoredDocument document, Locale locale) {
        String name = document.kind() == DocumentKind.RESULT
                ? messages.getMessage(
                        "dossier.result." + document.code(), null, word("citizen.verify.result", locale), locale)
                : messages.getMessage(
                        "web.print." + document.code().replaceFirst("-\\d+$", ""),
                        null,
                        word("citizen.verify.print", locale),
                        locale);
        return new Verified.Known(
                document.kind().name(), name == null ? document.code() : name, document.number(), document.createdAt());
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
