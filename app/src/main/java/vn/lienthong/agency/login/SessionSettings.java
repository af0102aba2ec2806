package vn.lienthong.agency.login;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param longest after that somebody logs in again, however busy: a working day with its breaks. How long one may be idle is
 *     {@code server.servlet.session.timeout}.
 */
@ConfigurationProperties("lienthong.session")
record SessionSettings(@DefaultValue("12h") Duration longest) {}
