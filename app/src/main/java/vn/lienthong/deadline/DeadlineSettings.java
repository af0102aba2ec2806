package vn.lienthong.deadline;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param extensions how often a promise may be moved; once, as the rules of the one-stop mechanism have had it since Decree
 *     61/2018
 */
@ConfigurationProperties("lienthong.deadline")
record DeadlineSettings(@DefaultValue("1") int extensions) {}
