package vn.lienthong.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A side's process: all of them get the same heap, collector and compiler. */
final class Server implements AutoCloseable {

    private final Process process;
    private final URI address;

    private Server(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** @param program what follows the options of the virtual machine: {@code -jar x.jar} or a class path and a class */
    static Server start(String name, List<String> program, List<String> arguments)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        command.addAll(List.of(System.getProperty("bench.java", "").split(" ")));
        command.removeIf(String::isEmpty);
        command.addAll(program);
        command.addAll(arguments);
        command.addAll(List.of("--server.port=" + port, "--server.address=127.0.0.1"));
        Path log = Path.of("target", "bench", name + ".log");
        Files.createDirectories(log.getParent());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        URI address = URI.create("http://127.0.0.1:" + port + "/");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (!listens(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroy();
                throw new IllegalStateException(name + " did not start, see " + log);
            }
            Thread.sleep(100);
        }
        return new Server(process, address);
    }

    URI address() {
        return address;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            // As long as nobody listens, a connection may be given this very port and meet itself.
            return socket.getLocalPort() != port;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
