package vn.lienthong.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from sender's address of messages to applicants; must be one that the mail server accepts
 */
@ConfigurationProperties("lienthong.notification")
record NotificationSettings(
        @DefaultValue("khong-tra-loi@lienthong.invalid") String from) {}
