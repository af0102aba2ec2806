package vn.lienthong.bench;

import java.io.IOException;

/** One of those that are compared: a server that takes a dossier from its filing through five steps to its end, over HTTP. */
interface Side extends AutoCloseable {

    /** As the table calls it; also the name of its database. */
    String name();

    /** Starts it on its own database and waits until it takes work. */
    void start() throws IOException, InterruptedException;

    /** Carries one dossier to its end; five completions are timed. Called by many threads at once. */
    void carry(Completions completions) throws IOException, InterruptedException;

    @Override
    void close();

    /** Told how long each completion of a step took. */
    interface Completions {

        void took(long nanos);
    }
}
