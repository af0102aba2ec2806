package vn.lienthong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.lienthong.operations.CommandLine;

/** The application: one process that serves pages, the API and the workflow engine; or one command of an operator. */
@SpringBootApplication
public class LienThong {

    public static void main(String[] args) {
        if (CommandLine.means(args)) {
            System.exit(CommandLine.run(args));
        }
        SpringApplication.run(LienThong.class, args);
    }
}
