package vn.lienthong.command;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What nobody who asked has done wrong and what passes: the same request is right a little later. */
public enum Outage {
    /** The database is away, or has no connection to spare. */
    DATABASE_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    /** There is no room to write anything down. */
    NO_ROOM(HttpStatus.INSUFFICIENT_STORAGE);

    /** How long callers are told to wait; a database that was restarted is back by then. */
    public static final int RETRY_AFTER_SECONDS = 5;

    /** "Disk full" of PostgreSQL, and its "too many connections". */
    private static final String DISK_FULL = "53100";

    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final HttpStatus status;

    Outage(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** Whether a failure was one of these, however often it was wrapped. */
    public static Optional<Outage> of(@Nullable Throwable failure) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth < 30; each = each.getCause(), depth++) {
            if (each instanceof SQLException sql) {
                return of(sql);
            }
            if (each instanceof NoRoom
                    || (each instanceof IOException
                            && String.valueOf(each.getMessage()).contains("No space left"))) {
                return Optional.of(NO_ROOM);
            }
        }
        return Optional.empty();
    }

    private static Optional<Outage> of(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (state.equals(DISK_FULL)) {
            return Optional.of(NO_ROOM);
        }
        // 08: the connection broke; 57P01 to 57P03: the server is going, has fallen, is coming.
        boolean away = sql instanceof SQLTransientConnectionException
                || sql instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.equals(TOO_MANY_CONNECTIONS)
                // What the pool says of a connection that it has thrown away in the meantime.
                || "Connection is closed".equals(sql.getMessage());
        return away ? Optional.of(DATABASE_AWAY) : Optional.empty();
    }
}
