package vn.lienthong.operations.backup;

import java.io.IOException;
import java.util.List;

/** Why a backup is not taken or not put back; nothing was changed. */
public final class BackupRefused extends IOException {

    private static final long serialVersionUID = 1;

    private final String reason;

    @SuppressWarnings("serial")
    private final List<String> names;

    /** @param reason key of a sentence, below {@code operations.restore} or {@code operations.backup} */
    BackupRefused(String reason, Object... names) {
        super(reason + " " + List.of(names));
        this.reason = reason;
        this.names = List.of(names).stream().map(String::valueOf).toList();
    }

    public String reason() {
        return reason;
    }

    public Object[] names() {
        return names.toArray();
    }
}
