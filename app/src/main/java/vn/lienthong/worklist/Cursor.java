package vn.lienthong.worklist;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/**
 * The place after a line in a list sorted by a moment or by the applicant's name, and then by task; lines without a due
 * date come last. Callers hand it back as they got it: the checksum covers the list it was made for, so that a cursor of another queue, a shortened or an
 * invented one is refused. It is no secret and opens no right; rights are in every query.
 *
 * @param at null when the line has no due date, or the list is not sorted by moments
 * @param name empty when the list is not sorted by names
 */
record Cursor(@Nullable Instant at, String name, String taskId) {

    private static final long NO_MOMENT = Long.MAX_VALUE;

    static Cursor after(Line line, Order order) {
        return switch (order) {
            case DUE -> new Cursor(line.dueAt(), "", line.taskId());
            case NEWEST -> new Cursor(line.openedAt(), "", line.taskId());
            case APPLICANT -> new Cursor(null, line.applicant(), line.taskId());
        };
    }

    /** @param list names the list, with all its filters, that the cursor belongs to */
    String write(String list) {
        byte[] named = name.getBytes(StandardCharsets.UTF_8);
        byte[] task = taskId.getBytes(StandardCharsets.UTF_8);
        byte[] place = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + named.length + task.length)
                .putLong(at == null ? NO_MOMENT : micros(at))
                .putInt(named.length)
                .put(named)
                .put(task)
                .array();
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + place.length)
                .putInt(checksum(list, place))
                .put(place)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Cursor read(String text, String list) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            int checksum = bytes.getInt();
            byte[] place = new byte[bytes.remaining()];
            bytes.get(place);
            if (checksum != checksum(list, place)) {
                throw new IllegalArgumentException("not a cursor of this list");
            }
            ByteBuffer parts = ByteBuffer.wrap(place);
            long at = parts.getLong();
            byte[] name = new byte[parts.getInt()];
            parts.get(name);
            String taskId = StandardCharsets.UTF_8.decode(parts).toString();
            return new Cursor(at == NO_MOMENT ? null : ofMicros(at), new String(name, StandardCharsets.UTF_8), taskId);
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
            throw new InvalidInput(Problem.of("after", "cursor-unknown"));
        }
    }

    private static int checksum(String list, byte[] place) {
        var crc = new CRC32();
        crc.update(list.getBytes(StandardCharsets.UTF_8));
        crc.update(0);
        crc.update(place);
        return (int) crc.getValue();
    }

    /** The database keeps microseconds. */
    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000), at.getNano() / 1_000);
    }

    private static Instant ofMicros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }
}
