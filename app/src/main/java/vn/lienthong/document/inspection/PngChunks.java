package vn.lienthong.document.inspection;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The frame of a PNG: chunks with sound checksums, closed by an end chunk with nothing behind it. */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int AROUND_DATA = 12;
    private static final int END = 0x49454E44; // IEND

    private PngChunks() {}

    static void check(byte[] bytes) throws Unacceptable {
        ByteBuffer rest = ByteBuffer.wrap(bytes).position(SIGNATURE);
        while (rest.remaining() >= AROUND_DATA) {
            int start = rest.position();
            int length = rest.getInt();
            int type = rest.getInt();
            if (length < 0 || length > rest.remaining() - Integer.BYTES) {
                break;
            }
            rest.position(start + 8 + length);
            var checksum = new CRC32();
            checksum.update(bytes, start + 4, length + 4);
            if ((int) checksum.getValue() != rest.getInt()) {
                break;
            }
            if (type == END && !rest.hasRemaining()) {
                return;
            }
        }
        throw new Unacceptable("paper-broken");
    }
}
