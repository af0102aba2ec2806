package vn.lienthong.interconnection.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.document.DocumentId;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Paper;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;

/** The papers and results of a dossier as the portal lists them: with its own id of each file that it has. */
@Component
class PapersForThePortal {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** The original, a copy, or electronic. */
    private static final Map<String, Integer> FORMS = Map.of("ORIGINAL", 0, "CERTIFIED", 1, "COPY", 1, "ELECTRONIC", 2);

    private final PortalMapper portal;
    private final Dossiers dossiers;
    private final Documents documents;
    private final Catalogue catalogue;

    PapersForThePortal(PortalMapper portal, Dossiers dossiers, Documents documents, Catalogue catalogue) {
        this.portal = portal;
        this.dossiers = dossiers;
        this.documents = documents;
        this.catalogue = catalogue;
    }

    /** Files of what was handed in: named by the application, or filed since. */
    Set<DocumentId> files(DossierNumber number) {
        Set<DocumentId> files = new LinkedHashSet<>();
        for (Paper paper : dossiers.papers(number)) {
            if (paper.document() != null) {
                files.add(new DocumentId(UUID.fromString(paper.document())));
            }
        }
        of(number, DocumentKind.PAPER).map(StoredDocument::id).forEach(files::add);
        return files;
    }

    /** ThanhPhanHoSo. */
    List<Map<String, @Nullable Object>> handedIn(DossierNumber number) {
        Edition edition = catalogue.edition(dossiers.get(number).process());
        List<StoredDocument> stored =
                files(number).stream().map(documents::load).toList();
        return dossiers.papers(number).stream()
                .map(paper -> {
                    Map<String, @Nullable Object> part = new LinkedHashMap<>();
                    part.put("MaThanhPhanHoSo", paper.code());
                    part.put(
                            "Ten",
                            edition.paper(paper.code())
                                    .map(known -> known.names().in(VIETNAMESE))
                                    .orElse(paper.code()));
                    part.put("SoLuong", paper.copies());
                    part.put("LoaiBan", FORMS.get(paper.form()));
                    part.put(
                            "GiayToDinhKem",
                            known(
                                    "IdGiayTo",
                                    stored.stream()
                                            .filter(file -> file.code().equals(paper.code())
                                                    || file.id().toString().equals(paper.document()))));
                    return part;
                })
                .toList();
    }

    /** DanhSachKetQua. */
    List<Map<String, @Nullable Object>> results(DossierNumber number) {
        return known("IdTepTin", of(number, DocumentKind.RESULT));
    }

    Stream<StoredDocument> of(DossierNumber number, DocumentKind kind) {
        return documents.of(number.value()).stream().filter(document -> document.kind() == kind);
    }

    private List<Map<String, @Nullable Object>> known(String id, Stream<StoredDocument> files) {
        List<Map<String, @Nullable Object>> known = new ArrayList<>();
        files.forEach(document -> {
            String fileId = portal.fileId(document.sha256());
            if (fileId != null) {
                Map<String, @Nullable Object> file = new LinkedHashMap<>();
                file.put(id, fileId);
                file.put("TenGiayTo", document.fileName());
                file.put("MaKetQua", document.kind() == DocumentKind.RESULT ? document.number() : null);
                file.put("HashTepTin", document.sha256());
                known.add(file);
            }
        });
        return known;
    }
}
