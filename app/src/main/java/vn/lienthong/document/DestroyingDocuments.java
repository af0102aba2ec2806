package vn.lienthong.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Destroys the files of dossiers that are not kept any more. What another dossier has filed too stays there. */
@Component
public class DestroyingDocuments {

    private final DocumentMapper documents;

    DestroyingDocuments(DocumentMapper documents) {
        this.documents = documents;
    }

    /** What a file was: enough to recognise it should it turn up. */
    public record Destroyed(
            String dossier,
            String kind,
            String code,
            @Nullable String number,
            String sha256) {}

    /** @param dossiers numbers of a citizen's dossier and of its legs' */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Destroyed> destroy(List<String> dossiers) {
        List<Destroyed> destroyed = documents.allOf(dossiers);
        documents.unshare(dossiers);
        documents.delete(dossiers);
        List<String> hashes =
                destroyed.stream().map(Destroyed::sha256).distinct().toList();
        if (!hashes.isEmpty()) {
            documents.deleteContents(hashes);
        }
        return destroyed;
    }
}
