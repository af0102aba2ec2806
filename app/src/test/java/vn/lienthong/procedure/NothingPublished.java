package vn.lienthong.procedure;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes back what a test published, so that the next one finds the shipped procedures only. */
public final class NothingPublished {

    private NothingPublished() {}

    public static void again(JdbcClient jdbc, PublishedEditions published) {
        jdbc.sql("truncate procedure.published_file, procedure.withdrawn").update();
        jdbc.sql("update procedure.revision set number = number + 1").update();
        published.lookAgain();
    }
}
