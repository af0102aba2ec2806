package vn.lienthong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: one process that serves pages, the API and the workflow engine. */
@SpringBootApplication
public class LienThong {

    public static void main(String[] args) {
        SpringApplication.run(LienThong.class, args);
    }
}
