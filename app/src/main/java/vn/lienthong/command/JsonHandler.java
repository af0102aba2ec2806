package vn.lienthong.command;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a JSON object in a {@code jsonb} column. Name it in the mapper: {@code typeHandler=…JsonHandler}. */
public class JsonHandler extends BaseTypeHandler<Map<String, Object>> {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, Map<String, Object> value, JdbcType type)
            throws SQLException {
        var json = new PGobject();
        json.setType("jsonb");
        json.setValue(write(value));
        statement.setObject(i, json);
    }

    @Override
    public @Nullable Map<String, Object> getNullableResult(ResultSet row, String column) throws SQLException {
        return read(row.getString(column));
    }

    @Override
    public @Nullable Map<String, Object> getNullableResult(ResultSet row, int column) throws SQLException {
        return read(row.getString(column));
    }

    @Override
    public @Nullable Map<String, Object> getNullableResult(CallableStatement call, int column) throws SQLException {
        return read(call.getString(column));
    }

    static String write(Map<?, ?> value) {
        return JSON.writeValueAsString(value);
    }

    private static @Nullable Map<String, Object> read(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, OBJECT);
    }
}
