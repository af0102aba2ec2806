package vn.lienthong.input;

import java.util.ArrayList;
import java.util.List;

/** Fills the heap up to a little room, as on a small machine: what takes more than its share is found out. */
final class FullHeap implements AutoCloseable {

    private static final int PIECE = 16 << 20;

    private final List<byte[]> ballast = new ArrayList<>();

    /** @param room bytes that stay free */
    FullHeap(long room) {
        Runtime machine = Runtime.getRuntime();
        System.gc();
        long free = machine.maxMemory() - (machine.totalMemory() - machine.freeMemory());
        for (long left = free - room; left > PIECE; left -= PIECE) {
            ballast.add(new byte[PIECE]);
        }
    }

    @Override
    public void close() {
        ballast.clear();
    }
}
