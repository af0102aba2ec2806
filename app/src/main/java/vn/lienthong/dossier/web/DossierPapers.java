package vn.lienthong.dossier.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.dossier.Correcting;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Paper;
import vn.lienthong.dossier.ResultNames;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;

/** The papers of a dossier with the words that people use for them. */
@Component
public class DossierPapers {

    /**
     * A paper or a print.
     *
     * @param form how it was handed in, in words; null for what was printed here
     * @param href the file; null when only the paper itself was seen
     * @param image whether the file is a picture rather than a PDF
     */
    public record Sheet(
            String code,
            String name,
            @Nullable String form,
            int copies,
            @Nullable String href,
            @Nullable String fileName,
            boolean image,
            long kilobytes,
            @Nullable Instant filedAt) {}

    /** Something to choose from. */
    public record Choice(String code, String name) {}

    private final Documents documents;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final ResultNames results;
    private final MessageSource messages;

    DossierPapers(
            Documents documents, Dossiers dossiers, Catalogue catalogue, ResultNames results, MessageSource messages) {
        this.documents = documents;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.results = results;
        this.messages = messages;
    }

    /** What was handed in, declared papers first, then files that came later. */
    public List<Sheet> handedIn(Dossiers.Summary dossier, Locale locale) {
        Edition edition = catalogue.edition(dossier.process());
        Map<String, StoredDocument> files = new LinkedHashMap<>();
        documents.of(dossier.number().value()).stream()
                .filter(file -> file.kind() == DocumentKind.PAPER)
                .forEach(file -> files.put(file.id().toString(), file));
        List<Sheet> sheets = new ArrayList<>();
        for (Paper paper : dossiers.papers(dossier.number())) {
            StoredDocument file = paper.document() == null ? null : files.remove(paper.document());
            sheets.add(sheet(
                    paper.code(),
                    name(edition, paper.code(), locale),
                    messages.getMessage("web.paper.form." + paper.form(), null, paper.form(), locale),
                    paper.copies(),
                    file));
        }
        files.values()
                .forEach(file -> sheets.add(sheet(file.code(), name(edition, file.code(), locale), null, 1, file)));
        return sheets;
    }

    /** What was printed and what came out, newest first. */
    public List<Sheet> issued(Dossiers.Summary dossier, Locale locale) {
        List<Sheet> sheets = new ArrayList<>();
        List<StoredDocument> filed = documents.of(dossier.number().value());
        filed.stream()
                .filter(file -> file.kind() != DocumentKind.PAPER)
                .filter(file -> file.kind() != DocumentKind.SIGNED || waits(file, filed))
                .forEach(file -> sheets.add(0, sheet(file.code(), issuedName(file, locale), null, 1, file)));
        return sheets;
    }

    /** Papers that may be added. */
    public List<Choice> choices(Dossiers.Summary dossier, Locale locale) {
        return catalogue.edition(dossier.process()).papers().stream()
                .map(paper -> new Choice(paper.code(), paper.names().in(locale)))
                .toList();
    }

    /** Signed, and neither issued nor signed anew since. */
    private static boolean waits(StoredDocument signed, List<StoredDocument> filed) {
        return filed.stream()
                .filter(other -> other.code().equals(signed.code()))
                .noneMatch(other -> other.kind() == DocumentKind.RESULT
                                && !other.createdAt().isBefore(signed.createdAt())
                        || other.createdAt().isAfter(signed.createdAt()));
    }

    private String issuedName(StoredDocument file, Locale locale) {
        if (file.kind() == DocumentKind.SIGNED) {
            return messages.getMessage("web.paper.signed", new Object[] {results.of(file, locale)}, locale);
        }
        if (file.kind() == DocumentKind.RESULT) {
            return results.of(file, locale);
        }
        String form = file.code().replaceFirst("-\\d+$", "");
        String name = messages.getMessage("web.print." + form, null, form, locale);
        return name == null ? form : name;
    }

    private String name(Edition edition, String code, Locale locale) {
        return edition.paper(code)
                .map(paper -> paper.names().in(locale))
                .orElseGet(() -> code.equals(Correcting.PROOF)
                        ? messages.getMessage("dossier.correction.proof", null, locale)
                        : code);
    }

    private static Sheet sheet(
            String code, String name, @Nullable String form, int copies, @Nullable StoredDocument file) {
        return new Sheet(
                code,
                name,
                form,
                copies,
                file == null ? null : "/api/v1/documents/" + file.id(),
                file == null ? null : file.fileName(),
                file != null && file.mediaType().startsWith("image/"),
                file == null ? 0 : Math.max(1, file.size() / 1024),
                file == null ? null : file.createdAt());
    }
}
