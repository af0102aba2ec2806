package vn.lienthong.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A line for bytes, for instance to a database: keeps its address when the other end moves, and can be cut in the middle of a word. */
final class TcpLine implements AutoCloseable {

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService pumps = Executors.newCachedThreadPool();

    private volatile int target;
    private volatile boolean up = true;

    TcpLine(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pumps.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** New connections lead there. */
    void leadTo(int port) {
        target = port;
    }

    /** Whatever is under way breaks off, and nothing gets through until it is {@link #mend() mended}. */
    void cut() {
        up = false;
        open.forEach(TcpLine::close);
    }

    void mend() {
        up = true;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket here = door.accept();
                if (up) {
                    pumps.execute(() -> connect(here));
                } else {
                    close(here);
                }
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void connect(Socket here) {
        try {
            Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(here);
            open.add(there);
            pumps.execute(() -> pump(here, there));
            pump(there, here);
        } catch (IOException e) {
            close(here);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One end has gone.
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was gone already.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(TcpLine::close);
        pumps.shutdownNow();
    }
}
