package vn.lienthong.command;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.postgresql.util.PGobject;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Gives many records to one statement: {@code from jsonb_populate_recordset(null::a.table, #{rows,typeHandler=…RowsHandler})},
 * or {@code jsonb_to_recordset} where they are no rows of one table. Components are named as columns are. However many
 * records there are, the statement is the same one and is prepared once; a {@code foreach} makes another for each number of
 * them, with a parameter for each value.
 *
 * <p>Where rows of a table are looked for, {@code limit (select null::bigint)} limits nothing and makes PostgreSQL expect ten
 * records instead of a hundred; for a hundred it reads a whole table of some thousand rows, at every click.
 */
public class RowsHandler extends BaseTypeHandler<Collection<? extends Record>> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule("documents").addSerializer(Map.class, new Document()))
            .build();

    @Override
    public void setNonNullParameter(
            PreparedStatement statement, int i, Collection<? extends Record> rows, JdbcType type) throws SQLException {
        var json = new PGobject();
        json.setType("jsonb");
        json.setValue(JSON.writeValueAsString(rows));
        statement.setObject(i, json);
    }

    @Override
    public Collection<? extends Record> getNullableResult(ResultSet row, String column) {
        throw new UnsupportedOperationException("for parameters only");
    }

    @Override
    public Collection<? extends Record> getNullableResult(ResultSet row, int column) {
        throw new UnsupportedOperationException("for parameters only");
    }

    @Override
    public Collection<? extends Record> getNullableResult(CallableStatement call, int column) {
        throw new UnsupportedOperationException("for parameters only");
    }

    /** What a {@code jsonb} column keeps is written as {@link JsonHandler} writes it, whatever it holds. */
    @SuppressWarnings("rawtypes")
    private static final class Document extends ValueSerializer<Map> {

        @Override
        public void serialize(Map document, JsonGenerator to, SerializationContext context) {
            to.writeRawValue(JsonHandler.write(document));
        }
    }
}
