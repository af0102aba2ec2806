package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.document.inspection.SampleFiles;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class StoringDocumentsTest {

    private final String dossier = "D" + UUID.randomUUID();

    @Autowired
    Documents documents;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_paper_comes_back_as_it_was_handed_in() {
        byte[] pdf = SampleFiles.pdf(dossier);

        DocumentId id = documents.store(
                NewDocument.paper("giay-bao-tu", "C:\\scan\\Giấy báo tử.PDF", pdf, dossier, "tiepnhan"));

        assertThat(documents.content(id)).isEqualTo(pdf);
        StoredDocument stored = documents.load(id);
        assertThat(stored.kind()).isEqualTo(DocumentKind.PAPER);
        assertThat(stored.code()).isEqualTo("giay-bao-tu");
        assertThat(stored.number()).isNull();
        assertThat(stored.fileName()).isEqualTo("Giấy báo tử.pdf");
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.size()).isEqualTo(pdf.length);
        assertThat(stored.sha256()).matches("[0-9a-f]{64}");
        assertThat(stored.createdBy()).isEqualTo("tiepnhan");
        assertThat(documents.of(dossier)).containsExactly(stored);
    }

    @Test
    void the_same_bytes_are_stored_once_however_often_they_are_handed_in() {
        byte[] pdf = SampleFiles.pdf(dossier);

        DocumentId first = documents.store(NewDocument.paper("giay-bao-tu", "a.pdf", pdf, dossier, "tiepnhan"));
        DocumentId second = documents.store(NewDocument.paper("to-khai", "b.pdf", pdf, dossier, "tiepnhan"));

        assertThat(second).isNotEqualTo(first);
        assertThat(documents.load(second).sha256())
                .isEqualTo(documents.load(first).sha256());
        assertThat(jdbc.sql("select count(*) from document.content where sha256 = decode(?, 'hex')")
                        .param(documents.load(first).sha256())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_refused_file_leaves_nothing_behind() {
        var notAPaper = NewDocument.paper("giay-bao-tu", "a.pdf", "<html>".getBytes(), dossier, "tiepnhan");

        assertThatThrownBy(() -> documents.store(notAPaper))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting("field", "code")
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("file", "paper-kind-unknown")));
        assertThat(documents.of(dossier)).isEmpty();
    }

    @Test
    void what_is_stored_vanishes_with_the_transaction_that_fails() {
        byte[] pdf = SampleFiles.pdf(dossier);

        DocumentId id = transaction.execute(status -> {
            status.setRollbackOnly();
            return documents.store(NewDocument.paper("giay-bao-tu", "a.pdf", pdf, dossier, "tiepnhan"));
        });

        assertThatThrownBy(() -> documents.load(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.content(id)).isInstanceOf(NotFound.class);
        assertThat(documents.of(dossier)).isEmpty();
    }

    @Test
    void a_linked_dossier_refers_to_the_papers_it_needs_and_to_no_others() {
        String leg = dossier + "-leg";
        DocumentId notice =
                documents.store(NewDocument.paper("giay-bao-tu", "a.pdf", SampleFiles.pdf("a"), dossier, "tiepnhan"));
        DocumentId form =
                documents.store(NewDocument.paper("to-khai", "b.pdf", SampleFiles.pdf("b"), dossier, "tiepnhan"));

        documents.sharePapers(dossier, leg, Set.of("giay-bao-tu"), "tiepnhan");
        documents.sharePapers(dossier, leg, Set.of("giay-bao-tu"), "tiepnhan");

        assertThat(documents.of(leg)).extracting(StoredDocument::id).containsExactly(notice);
        assertThat(documents.dossiersOf(notice)).containsExactlyInAnyOrder(dossier, leg);
        assertThat(documents.dossiersOf(form)).isEqualTo(List.of(dossier));
    }
}
