package vn.lienthong.command;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Keeps a list of strings in a {@code text[]} column. Name it in the mapper: {@code typeHandler=…TextArrayHandler}. */
public class TextArrayHandler extends BaseTypeHandler<List<String>> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, List<String> value, JdbcType type)
            throws SQLException {
        statement.setArray(i, statement.getConnection().createArrayOf("text", value.toArray()));
    }

    @Override
    public @Nullable List<String> getNullableResult(ResultSet row, String column) throws SQLException {
        return read(row.getArray(column));
    }

    @Override
    public @Nullable List<String> getNullableResult(ResultSet row, int column) throws SQLException {
        return read(row.getArray(column));
    }

    @Override
    public @Nullable List<String> getNullableResult(CallableStatement call, int column) throws SQLException {
        return read(call.getArray(column));
    }

    private static @Nullable List<String> read(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
