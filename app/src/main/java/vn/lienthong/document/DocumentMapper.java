package vn.lienthong.document;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Documents and the bytes behind them. */
@Mapper
interface DocumentMapper {

    boolean hasContent(String sha256);

    /** Does nothing when the same bytes are there already. */
    void insertContent(String sha256, byte[] bytes, Instant storedAt);

    void insert(DocumentRow row);

    /** @return 0 when the dossier refers to the document already */
    int share(String id, String dossierNumber, Instant at, String by);

    @Nullable DocumentRow find(String id);

    /** A print or a result with these bytes. */
    @Nullable DocumentRow issued(String sha256);

    @Nullable Content content(String id);

    /** The dossier's own documents and those shared with it, oldest first. */
    List<DocumentRow> filedIn(String dossierNumber);

    /** Numbers of all dossiers that hold or refer to the document. */
    List<String> dossiersOf(String id);

    /** In a record, because MyBatis takes an array for many rows. */
    @SuppressWarnings("ArrayRecordComponent")
    record Content(byte[] bytes) {}

    /** The documents that these dossiers filed themselves. */
    List<DestroyingDocuments.Destroyed> allOf(List<String> dossiers);

    /** Neither do these dossiers refer to others' documents any more, nor anybody to theirs. */
    void unshare(List<String> dossiers);

    void delete(List<String> dossiers);

    /** Those that no document has any more. */
    void deleteContents(List<String> hashes);
}
