package vn.lienthong.operations;

import java.nio.file.Path;

/** The database of the default start did not come up. */
public class EmbeddedPostgreSqlFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Path log;

    EmbeddedPostgreSqlFailed(Path log, Throwable cause) {
        super("PostgreSQL did not start, see " + log, cause);
        this.log = log;
    }

    /** Where the server itself says why. */
    public Path log() {
        return log;
    }
}
