package vn.lienthong.command;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.StringTypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Says of a text that is not there that it is a text. Without a type the driver takes the one that PostgreSQL names, which is not
 * the one of a text that is there: a statement that meets both in turn would be parsed and planned anew each time.
 */
public class TextHandler extends StringTypeHandler {

    @Override
    public void setParameter(PreparedStatement statement, int i, @Nullable String value, @Nullable JdbcType type)
            throws SQLException {
        if (value == null) {
            statement.setNull(i, Types.VARCHAR);
        } else {
            statement.setString(i, value);
        }
    }
}
