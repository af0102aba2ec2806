package vn.lienthong.dossier.retention;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** What the lines of a command's history came to before and after words of them were destroyed. */
@Mapper
interface EmptiedMapper {

    record Row(UUID command, String dossier, String before, String after) {}

    List<Row> ofCommand(UUID command);

    /** In the order of the commands' ids. */
    List<Row> ofDossier(String dossier);

    void insert(String dossier, List<Row> rows);

    /** The tombstone, as text. */
    @Nullable String remains(String dossier);

    /** The hash that the dossier's history holds. */
    @Nullable String vouched(String dossier);
}
