package vn.lienthong.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends what was written, on whichever node gets to it first. Without a mail server the messages stay in their table,
 * where they can be read. A message is marked in the transaction that holds its lock: a node that dies between the mail
 * server's answer and the commit sends it once more, never not at all.
 */
@Component
class Sending {

    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final int BATCH = 20;
    private static final int MOST_ATTEMPTS = 8;

    private final MessageMapper messages;
    private final ObjectProvider<JavaMailSender> mail;
    private final NotificationSettings settings;
    private final Clock clock;

    Sending(MessageMapper messages, ObjectProvider<JavaMailSender> mail, NotificationSettings settings, Clock clock) {
        this.messages = messages;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many were tried */
    @Scheduled(fixedDelayString = "${lienthong.notification.every:PT5S}")
    @Transactional
    public int sendDue() {
        JavaMailSender server = mail.getIfAvailable();
        if (server == null) {
            return 0;
        }
        List<Message> due = messages.take(clock.instant(), BATCH);
        due.forEach(message -> send(server, message));
        return due.size();
    }

    private void send(JavaMailSender server, Message message) {
        var letter = new SimpleMailMessage();
        letter.setFrom(settings.from());
        letter.setTo(message.recipient());
        letter.setSubject(message.subject());
        letter.setText(message.body());
        try {
            server.send(letter);
            messages.sent(message.id(), clock.instant());
            log.info("sent message {} of {}", message.id(), message.dossier());
        } catch (MailException e) {
            String why = e.getClass().getSimpleName();
            if (message.attempts() + 1 >= MOST_ATTEMPTS) {
                messages.failed(message.id(), why);
            } else {
                messages.again(message.id(), backOff(message.attempts()), why);
            }
            log.warn("message {} of {} not sent: {}", message.id(), message.dossier(), why);
        }
    }

    private Instant backOff(int attempts) {
        return clock.instant().plus(Duration.ofSeconds(30).multipliedBy(1L << attempts));
    }
}
