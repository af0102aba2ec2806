package vn.lienthong.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes every row that some finished dossiers left many times more: under other numbers and ids, on other days of five years,
 * in other wards; with chains of the log that hold together. What is forgotten after days is left out.
 */
final class Multiplication {

    static final int WARDS = 20;
    static final int DAYS = 1825;

    /** So many days at once, the oldest first, so that rows lie as they would have been written. */
    private static final int DAYS_AT_ONCE = 25;

    private static final String TABLES = """
            select schemaname || '.' || tablename from pg_tables
             where schemaname in ('citizen', 'deadline', 'document', 'dossier', 'interconnection', 'notification', 'worklist')
               and tablename not in ('content', 'number_sequence', 'number_pattern', 'notice', 'notice_for', 'notice_read',
                                     'notice_seen', 'inbox', 'outbox')
             order by 1
            """;

    /** No number is as long. */
    private static final int ID_LENGTH = 36;

    private static final String NAME =
            "(array['Nguyễn','Trần','Lê','Phạm','Hoàng','Phan','Vũ','Đặng','Bùi','Đỗ'])[1 + k.i % 10] || ' '"
                    + " || (array['Văn','Thị','Thanh','Minh','Đức','Ngọc','Hữu','Thu','Quốc','Kim','Xuân'])[1 + k.i % 11] || ' '"
                    + " || (array['An','Bình','Châu','Dung','Giang','Hà','Hùng','Khánh','Lan','Long','Mai','Nam','Nga'])[1 + k.i % 13]"
                    + " || ' ' || (array['Phương','Quân','Sơn','Tâm','Thảo','Trang','Tuấn','Uyên','Vân','Yến','Đạt','Hạnh','Hiếu','Huyền',"
                    + "'Liên','Lợi','Nhung'])[1 + k.i % 17]";

    /** What is not told from the kind of column alone. */
    private static final Map<String, String> OWN = Map.of(
            "dossier.dossier.applicant_name",
            NAME,
            "worklist.sheet.applicant",
            NAME,
            "dossier.dossier.applicant_identity",
            "'0' || lpad((10000000000 + k.i)::text, 11, '0')",
            "dossier.dossier.content",
            "regexp_replace(regexp_replace(t.content::text, '\"number\": \"(\\d+)/', '\"number\": \"\\1.' || k.i || '/', 'g'),"
                    + " '\"identityNumber\": \"\\d+\"', '\"identityNumber\": \"0' || lpad((10000000000 + k.i)::text, 11, '0') || '\"', 'g')"
                    + "::jsonb",
            "document.document.number",
            "replace(t.number, '/', '.' || k.i || '/')");

    private final Connection database;
    private final String token;
    private final Map<String, String> inserts = new LinkedHashMap<>();

    private Multiplication(Connection database, String token) {
        this.database = database;
        this.token = token;
    }

    /** Keeps what is there as what is multiplied: as it will be when everything is printed and sent, one dossier of all too late. */
    static void prepare(Connection database) throws SQLException {
        Multiplication one = of(database);
        one.run("""
                update worklist.sheet set printed_at = since + interval '1 hour', printed_by = 'tiepnhan', copies = 1;
                update notification.message set state = 'SENT', sent_at = written_at;
                insert into citizen.rating select number, procedure, unit, channel, 5, null, finished_at from dossier.dossier
                 where origin is null and right(number, 1) in ('1', '4');
                insert into dossier.external_number select number, 'dvcqg', 'G22.' || number, received_at from dossier.dossier
                 where origin is null and channel = 'ONLINE';
                create schema bench;
                create table bench.late as select min(number) as number from dossier.dossier
                 where origin is null and number in (select dossier from dossier.leg where leg = 'home-affairs');
                set session_replication_role = replica;
                update dossier.dossier set original_promised_at = ready_at - interval '1 day', promised_at = ready_at - interval '1 day'
                 where number in (select number from bench.late);
                update dossier.leg set original_due_at = finished_at - interval '1 hour', due_at = finished_at - interval '1 hour'
                 where leg = 'police' and dossier in (select number from bench.late);
                update deadline.consumption set due_at = stopped_at - interval '1 hour', exceeded = 3600, verdict = 'SLOW'
                 where leg = 'police' and dossier in (select number from bench.late);
                insert into deadline.escalation (clock, rung, level, does, of_level, dossier, root, leg, step, unit, to_duty, to_unit,
                    to_officers, units, due_at, reached_at, raised_at, state)
                select key, rung, 1, 'ADVISE', 'STEP', dossier, root, leg, step, unit, duty, unit, '{congan}', array[unit], due_at,
                    stopped_at, stopped_at, 'SETTLED'
                  from deadline.clock, unnest(array['80%', '100%', '120%']) rung
                 where level = 'STEP' and leg = 'police' and root in (select number from bench.late);
                """);
        for (int ward = 1; ward < WARDS; ward++) {
            one.run(
                    "insert into agency.unit (code, name_vi, name_en, kind, parent, calendar, valid_from, demonstration)"
                            + " select replace(code, 'an-hoa', 'w" + ward
                            + "'), name_vi, name_en, kind, replace(parent, 'an-hoa', 'w"
                            + ward
                            + "'), calendar, valid_from, true from agency.unit where code like 'an-hoa%' order by parent nulls first");
        }
        for (String table : one.strings(TABLES)) {
            if (!one.strings("select 'x' from " + table + " limit 1").isEmpty()) {
                one.run("create table bench.\"" + table + "\" as select * from " + table);
            }
        }
        one.run("create table bench.entry as select * from audit.entry");
        one.prepareHistory();
        one.run("""
                create function bench.linked(before bytea, content text, beginning text) returns bytea language sql immutable as
                $$ select sha256(coalesce(before, sha256(convert_to(beginning, 'UTF8'))) || convert_to(content, 'UTF8')) $$;
                create aggregate bench.chained(text, text) (sfunc = bench.linked, stype = bytea);
                set session_replication_role = origin;
                """);
    }

    /** @param last of so many days; the others are left out */
    static void multiply(Connection database, int copies, int last) throws SQLException {
        Multiplication one = of(database);
        one.run("set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB';"
                + " set maintenance_work_mem = '1GB'; set jit = off");
        one.run("create table bench.copy as select i, day, make_interval(days => day) as shift,"
                + " '-' || to_char(now() at time zone 'Asia/Ho_Chi_Minh' - make_interval(days => day), 'YYMMDD') || '-' || i || '.' as token,"
                + " case i % " + WARDS + " when 0 then 'an-hoa' else 'w' || i % " + WARDS + " end as ward"
                + " from (select i, 1 + (" + DAYS + "::bigint * (" + copies + " - i) / " + copies + ")::int as day"
                + " from generate_series(1, " + copies + ") i) c where day <= " + last
                + "; create index on bench.copy (day); analyze bench.copy");
        one.describe();
        List<String> indexes = one.strings(
                "select pg_get_indexdef(indexrelid) from pg_index join pg_class on pg_class.oid = indexrelid"
                        + " join pg_namespace on pg_namespace.oid = relnamespace where not indisunique and nspname in"
                        + " ('audit', 'citizen', 'deadline', 'document', 'dossier', 'interconnection', 'notification', 'worklist')");
        for (String index : indexes) {
            one.run("drop index " + index.replaceFirst("CREATE INDEX (\\S+) ON (\\S+)\\.\\S+ .*", "$2.$1"));
        }
        for (int day = last; day > 0; day -= DAYS_AT_ONCE) {
            String days = " where k.day between " + Math.max(1, day - DAYS_AT_ONCE + 1) + " and " + day;
            for (String insert : one.inserts.values()) {
                one.run(insert + days);
            }
            one.log(days);
        }
        for (String index : indexes) {
            one.run(index);
        }
        for (String column : one.strings(
                "select table_schema || '.' || table_name || ' ' || column_name from information_schema.columns"
                        + " where is_identity = 'YES'")) {
            String[] of = column.split(" ");
            one.run("select setval(pg_get_serial_sequence('" + of[0] + "', '" + of[1] + "'), max(" + of[1] + ")) from "
                    + of[0] + " having max(" + of[1] + ") is not null");
        }
        one.run("drop schema bench cascade");
        one.run("vacuum analyze");
    }

    private static Multiplication of(Connection database) throws SQLException {
        try (ResultSet row = database.createStatement()
                .executeQuery("select substring(min(number) from '-\\d{6}-') from dossier.dossier")) {
            row.next();
            return new Multiplication(database, row.getString(1));
        }
    }

    /** One statement a table: every column by its kind, and by what stands in it. */
    private void describe() throws SQLException {
        for (String table : strings(
                "select relname from pg_class where relnamespace = 'bench'::regnamespace and relname like '%.%'")) {
            List<String> columns = new ArrayList<>();
            List<String> values = new ArrayList<>();
            String[] name = table.split("\\.");
            for (String column : strings(
                    "select column_name || ' ' || udt_name || ' ' || is_identity from information_schema.columns"
                            + " where table_schema = '" + name[0] + "' and table_name = '" + name[1]
                            + "' and is_generated = 'NEVER'"
                            + " order by ordinal_position")) {
                String[] of = column.split(" ");
                columns.add('"' + of[0] + '"');
                values.add(value(table, of[0], of[1], of[2].equals("YES")));
            }
            inserts.put(
                    table,
                    "insert into " + table + " (" + String.join(", ", columns) + ") overriding system value select "
                            + String.join(", ", values) + " from bench.copy k cross join bench.\"" + table + "\" t");
        }
    }

    private String value(String table, String column, String type, boolean identity) throws SQLException {
        String own = OWN.get(table + "." + column);
        String t = "t.\"" + column + "\"";
        if (own != null) {
            return "case when " + t + " is not null then " + own + " end";
        }
        if (identity) {
            return t + " + k.i * 1000";
        }
        return switch (type) {
            case "timestamptz" -> t + " - k.shift";
            case "uuid" -> "md5(" + t + "::text || k.i)::uuid";
            case "text", "_text", "jsonb" -> words(table, column, t, type);
            default -> t;
        };
    }

    private String words(String table, String column, String t, String type) throws SQLException {
        String all = " from bench.\"" + table + "\" where \"" + column + "\"::text ";
        String isId = "length(" + t + ") = " + ID_LENGTH;
        boolean numbers =
                !strings("select 'x'" + all + "like '%" + token + "%' limit 1").isEmpty();
        boolean wards = !strings("select 'x'" + all + "like '%an-hoa%' limit 1").isEmpty();
        boolean ids = type.equals("text")
                && !strings("select 'x' from bench.\"" + table + "\" t where " + isId + " limit 1")
                        .isEmpty();
        String value = type.equals("text") ? t : t + "::text";
        if (numbers) {
            value = "replace(" + value + ", '" + token + "', k.token)";
        }
        if (wards) {
            value = "replace(" + value + ", 'an-hoa', k.ward)";
        }
        if (ids) {
            value = "case when " + isId + " then md5(" + t + " || k.i)::uuid::text else " + value + " end";
        }
        return numbers || wards
                ? (type.equals("text") ? value : "(" + value + ")::" + type.replace("_text", "text[]"))
                : ids ? value : t;
    }

    /** What the log's fingerprints are made of: each line of history as JSON, but for its dossier and time. */
    private void prepareHistory() throws SQLException {
        run("create table bench.line (id bigint, command uuid, dossier text, at timestamptz, words text)");
        try (ResultSet event = database.createStatement()
                        .executeQuery(
                                "select id, command::text, dossier, actor, on_behalf_of, unit, what, details from dossier.event");
                PreparedStatement insert = database.prepareStatement("insert into bench.line"
                        + " select id, command, dossier, at, ? from dossier.event where id = ?")) {
            while (event.next()) {
                List<Object> fields = new ArrayList<>();
                for (String field : List.of("actor", "on_behalf_of", "unit", "what")) {
                    fields.add(event.getString(field));
                }
                fields.add(sorted(Http.JSON.readTree(event.getString("details"))));
                insert.setString(1, Http.JSON.writeValueAsString(fields).substring(1));
                insert.setLong(2, event.getLong("id"));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new TreeMap<>();
            ((ObjectNode) node).properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            return members;
        }
        return node.isNumber()
                ? node.decimalValue().stripTrailingZeros().toPlainString()
                : node.isBoolean() ? node.asBoolean() : node.asString();
    }

    private void log(String days) throws SQLException {
        run("""
                create temporary table finger as
                select k.i, l.command, encode(sha256(convert_to(string_agg(
                         '["' || replace(l.dossier, '%1$s', k.token) || '",'
                         || (extract(epoch from l.at - k.shift) * 1000000)::bigint || ','
                         || replace(replace(l.words, '%1$s', k.token), 'an-hoa', k.ward) || E'\\n', '' order by l.id), 'UTF8')), 'hex') as print
                  from bench.copy k cross join bench.line l %2$s group by k.i, l.command;
                create temporary table written as
                select t.day - k.day as day, replace(t.unit, 'an-hoa', k.ward) collate "C" as unit, k.i, t.position as before, t.at - k.shift as at, t.actor,
                       replace(t.subject, '%1$s', k.token) as subject, md5(t.command::text || k.i)::uuid as command,
                       regexp_replace(regexp_replace(replace(replace(replace(t.content, '%1$s', k.token), 'an-hoa', k.ward),
                           t.command::text, md5(t.command::text || k.i)::uuid::text),
                         '"at":"[^"]*"', '"at":"' || to_char((t.at - k.shift) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"'),
                         '"fingerprint":"[^"]*"', '"fingerprint":"' || coalesce(f.print, '') || '"') as content
                  from bench.copy k cross join bench.entry t left join finger f on f.i = k.i and f.command = t.command %2$s;
                insert into audit.entry (day, unit, position, at, actor, subject, command, content, hash)
                select day, unit, row_number() over chain, at, actor, subject, command, content,
                       bench.chained(content, day || '|' || unit) over chain
                  from written window chain as (partition by day, unit order by i, before rows unbounded preceding);
                insert into audit.chain (day, unit, length, hash)
                select distinct on (day, unit) day, unit, position, hash from audit.entry
                 where (day, unit) in (select day, unit from written) order by day, unit, position desc;
                drop table finger, written
                """.formatted(token, days));
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql, e);
        }
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
