package vn.lienthong.deadline;

import java.time.Instant;
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
        of(one, copies, "{}");
    }

    /** The same, but what the founding agency owes was due at that moment, in a calendar without nights. */
    void dueAt(DossierNumber one, int copies, Instant due) {
        jdbc.sql(
                        "insert into agency.calendar values ('storm', 'Không nghỉ', 'Never closed', null) on conflict do nothing")
                .update();
        jdbc.sql("insert into agency.calendar_session"
                        + " select 'storm', weekday, '00:00', '23:59:59', '2000-01-01', null from generate_series(1, 7) weekday"
                        + " on conflict do nothing")
                .update();
        of(one, copies, """
                {"due_at": "%1$s", "original_due_at": "%1$s", "next_rung_at": "%1$s", "calendar": "storm"}
                """.formatted(due));
    }

    private void of(DossierNumber one, int copies, String founding) {
        for (var copying : List.of("""
                insert into dossier.dossier (%1$s)
                select %1$s from (
                    select (jsonb_populate_record(d, jsonb_build_object('number', 'S-' || i))).*
                    from dossier.dossier d, generate_series(1, :copies) i where d.number = :one) copy
                """.formatted(columnsOfADossier()), """
                insert into dossier.leg
                select (jsonb_populate_record(l, jsonb_build_object('dossier', 'S-' || i))).*
                from dossier.leg l, generate_series(1, :copies) i where l.dossier = :one
                """, """
                insert into deadline.clock
                select (jsonb_populate_record(c, jsonb_build_object(
                    'key', replace(c.key, :one, 'S-' || i), 'dossier', 'S-' || i, 'root', 'S-' || i)
                    || case when c.leg = 'civil-status' then :founding::jsonb else '{}' end)).*
                from deadline.clock c, generate_series(1, :copies) i where c.dossier = :one and c.level <> 'STEP'
                """, """
                insert into deadline.entry
                select (jsonb_populate_record(e, jsonb_build_object('clock', replace(e.clock, :one, 'S-' || i)))).*
                from deadline.entry e, generate_series(1, :copies) i
                where e.clock in (select key from deadline.clock where dossier = :one and level <> 'STEP')
                """)) {
            jdbc.sql(copying)
                    .param("copies", copies)
                    .param("founding", founding)
                    .param("one", one.value())
                    .update();
        }
        for (var table : List.of("dossier.dossier", "dossier.leg", "deadline.clock", "deadline.entry")) {
            jdbc.sql("analyze " + table).update();
        }
    }

    /** But for those that the database works out itself. */
    private String columnsOfADossier() {
        return jdbc.sql("""
                        select string_agg(quote_ident(column_name), ', ') from information_schema.columns
                        where table_schema = 'dossier' and table_name = 'dossier' and is_generated = 'NEVER'
                        """).query(String.class).single();
    }
}
