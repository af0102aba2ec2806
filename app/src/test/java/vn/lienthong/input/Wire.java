package vn.lienthong.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request, byte by byte as it is told, and the answer to it: an ordinary client would tidy both up. */
final class Wire {

    private static final int PATIENCE = 30_000;

    private final int port;

    /** Every question comes from an address of its own, where the machine has them: who asks much is slowed down. */
    private int visitors;

    Wire(int port) {
        this.port = port;
    }

    record Header(String name, String value) {}

    record Answer(int status, List<Header> headers, byte[] bytes) {

        String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        String header(String name) {
            return all(name).stream().findFirst().orElse("");
        }

        List<String> all(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .toList();
        }
    }

    /** @param head the first line and the headers, without those that every request has */
    Answer send(List<String> head, byte[] body) {
        try (Socket socket = connected()) {
            socket.setSoTimeout(PATIENCE);
            var lines = new StringBuilder();
            head.forEach(line -> lines.append(line).append("\r\n"));
            lines.append("Host: localhost:").append(port).append("\r\nConnection: close\r\n\r\n");
            OutputStream out = socket.getOutputStream();
            try {
                out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
                out.write(body);
                out.flush();
            } catch (IOException refusedOnTheWay) {
                // It may have been told before all of it was read.
            }
            return answer(read(socket));
        } catch (IOException e) {
            throw new AssertionError(head.get(0), e);
        }
    }

    private Socket connected() throws IOException {
        visitors++;
        var socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(
                    InetAddress.getByAddress(new byte[] {127, 7, (byte) (visitors / 250), (byte) (1 + visitors % 250)}),
                    0));
        } catch (IOException onlyOneLoopback) {
            socket.close();
            socket = new Socket();
        }
        socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        return socket;
    }

    private static byte[] read(Socket socket) {
        var bytes = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(bytes);
        } catch (IOException cutOff) {
            // What came before counts.
        }
        return bytes.toByteArray();
    }

    private static Answer answer(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, List.of(), bytes);
        }
        String[] lines = text.substring(0, end).split("\r\n");
        List<Header> headers = List.of(lines).subList(1, lines.length).stream()
                .map(line -> line.split(": ?", 2))
                .map(parts -> new Header(parts[0], parts.length > 1 ? parts[1] : ""))
                .toList();
        String rest = text.substring(end + 4);
        Optional<Header> chunked = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Transfer-Encoding"))
                .filter(header -> header.value().toLowerCase(Locale.ROOT).contains("chunked"))
                .findAny();
        String body = chunked.isPresent() ? joined(rest) : rest;
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]), headers, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String joined(String chunks) {
        var body = new StringBuilder();
        int at = 0;
        while (true) {
            int line = chunks.indexOf("\r\n", at);
            if (line < 0) {
                return body.toString();
            }
            int size = Integer.parseInt(chunks.substring(at, line).split(";")[0].strip(), 16);
            if (size == 0) {
                return body.toString();
            }
            body.append(chunks, line + 2, Math.min(chunks.length(), line + 2 + size));
            at = line + 2 + size + 2;
        }
    }
}
