package vn.lienthong.operations;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Prints to whoever started the process; Vietnamese survives a machine whose locale was never set. */
final class Console {

    private Console() {}

    static void print(String text) {
        stream(FileDescriptor.out, text).println(text);
    }

    static void error(String text) {
        stream(FileDescriptor.err, text).println(text);
    }

    private static PrintStream stream(FileDescriptor descriptor, String text) {
        Charset machine = Charset.defaultCharset();
        Charset charset = machine.newEncoder().canEncode(text) ? machine : StandardCharsets.UTF_8;
        return new PrintStream(new FileOutputStream(descriptor), true, charset);
    }
}
