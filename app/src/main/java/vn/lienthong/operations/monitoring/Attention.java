package vn.lienthong.operations.monitoring;

import org.springframework.boot.health.contributor.Status;

/** Works, but a person should look. Spring Boot Admin shows it in amber; load balancers keep sending. */
final class Attention {

    static final Status STATUS = new Status("RESTRICTED", "Works, but a person should look");

    private Attention() {}
}
