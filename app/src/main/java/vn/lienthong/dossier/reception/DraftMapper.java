package vn.lienthong.dossier.reception;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface DraftMapper {

    void insert(Draft draft);

    void update(Draft draft);

    @Nullable Draft find(UUID id, String owner);

    /** Like {@link #find}, and keeps others from changing it until this transaction ends. */
    @Nullable Draft hold(UUID id, String owner);

    List<Draft> of(String owner);

    void delete(UUID id, String owner);

    /** What the last dossier of the person said about the applicant; read from dossiers the caller may see. */
    @Nullable Known known(String identityNumber, List<String> units);

    /** An applicant of an earlier dossier. */
    record Known(String number, Map<String, Object> applicant) {}
}
