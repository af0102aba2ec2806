package vn.lienthong.dossier.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** The dossiers that speak of a person, wherever in their content. */
@Mapper
interface PersonView {

    record Row(
            String number,
            String procedure,
            String edition,
            @Nullable String origin,
            int state,
            String unit,
            @Nullable String applicantIdentity,
            @Nullable String applicantPhone,
            @Nullable String applicantEmail,
            Map<String, Object> content,
            Instant receivedAt,
            @Nullable Instant finishedAt) {}

    /** In the order of their numbers. */
    List<Row> of(String identity, List<String> units, int most);

    record Handed(Instant at, String method, String officer) {}

    /** When this person collected something of a dossier. */
    List<Handed> handed(String dossier, String identity);

    /** Names of the papers handed in with it. */
    List<String> papers(String dossier);

    record Line(Instant at, String what) {}

    /** What happened to it, without who wrote what. */
    List<Line> history(String dossier);
}
