package vn.lienthong.operations;

import java.util.TimeZone;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * Runs the process in Vietnam's time zone wherever its machine stands. The engine stores due dates without a zone, in that
 * of the process: two nodes, or one node before and after somebody corrected the machine's clock settings, would ring
 * hours apart.
 */
final class VietnamTime implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
    }
}
