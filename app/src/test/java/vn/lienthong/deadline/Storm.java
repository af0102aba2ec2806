package vn.lienthong.deadline;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.dossier.DossierNumber;

/** Many dossiers that are all alike: copies of one, with the clocks of its promise and of its agencies. */
final class Storm {

    private final JdbcClient jdbc;

    Storm(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Copies are called S-1, S-2, ... */
    void of(DossierNumber one, int copies) {
        for (var copying : List.of(
                """
                insert into dossier.dossier
                select (jsonb_populate_record(d, jsonb_build_object('number', 'S-' || i))).*
                from dossier.dossier d, generate_series(1, :copies) i where d.number = :one
                """,
                """
                insert into dossier.leg
                select (jsonb_populate_record(l, jsonb_build_object('dossier', 'S-' || i))).*
                from dossier.leg l, generate_series(1, :copies) i where l.dossier = :one
                """,
                """
                insert into deadline.clock
                select (jsonb_populate_record(c, jsonb_build_object(
                    'key', replace(c.key, :one, 'S-' || i), 'dossier', 'S-' || i, 'root', 'S-' || i))).*
                from deadline.clock c, generate_series(1, :copies) i where c.dossier = :one and c.level <> 'STEP'
                """,
                """
                insert into deadline.entry
                select (jsonb_populate_record(e, jsonb_build_object('clock', replace(e.clock, :one, 'S-' || i)))).*
                from deadline.entry e, generate_series(1, :copies) i
                where e.clock in (select key from deadline.clock where dossier = :one and level <> 'STEP')
                """)) {
            jdbc.sql(copying)
                    .param("copies", copies)
                    .param("one", one.value())
                    .update();
        }
        for (var table : List.of("dossier.dossier", "dossier.leg", "deadline.clock", "deadline.entry")) {
            jdbc.sql("analyze " + table).update();
        }
    }
}
