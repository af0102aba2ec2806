package vn.lienthong.interconnection.pull;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.lienthong.document.Documents;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.workflow.ExternalTasks.Work;

/** Hands the files of papers to the program that has the leg. */
@Component
class PaperFiles {

    private final LegPapers papers;
    private final Documents documents;

    PaperFiles(LegPapers papers, Documents documents) {
        this.papers = papers;
        this.documents = documents;
    }

    ResponseEntity<byte[]> byHash(Work work, String sha256) {
        return answer(papers.byHash(work.businessKey(), sha256));
    }

    ResponseEntity<byte[]> byVariable(Work work, String name) {
        return answer(papers.byVariable(work.businessKey(), name));
    }

    private ResponseEntity<byte[]> answer(StoredDocument document) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(documents.content(document.id()));
    }
}
