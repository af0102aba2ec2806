package vn.lienthong.agency.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param oneTime how long a password that was handed over on paper opens the account; long enough for somebody who is on leave
 */
@ConfigurationProperties("lienthong.accounts")
public record AccountSettings(@DefaultValue("7d") Duration oneTime) {}
