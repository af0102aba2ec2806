package vn.lienthong.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Mail, through the server that {@code spring.mail.host} names; without one there is none. */
@Component
class MailCarrier implements Carrier {

    private final ObjectProvider<JavaMailSender> mail;
    private final NotificationSettings settings;

    MailCarrier(ObjectProvider<JavaMailSender> mail, NotificationSettings settings) {
        this.mail = mail;
        this.settings = settings;
    }

    @Override
    public Message.Channel channel() {
        return Message.Channel.EMAIL;
    }

    @Override
    public boolean available() {
        JavaMailSender server = mail.getIfAvailable();
        // Without a host there is a sender nevertheless, which would try this machine.
        return server != null && !(server instanceof JavaMailSenderImpl named && !StringUtils.hasText(named.getHost()));
    }

    @Override
    public void carry(Message message) throws NotCarried {
        JavaMailSender server = mail.getObject();
        MimeMessage letter = server.createMimeMessage();
        try {
            write(letter, message);
        } catch (MessagingException e) {
            throw NotCarried.ever(e.getClass().getSimpleName());
        }
        try {
            server.send(letter);
        } catch (MailSendException e) {
            throw refused(e) ? NotCarried.ever("recipient refused") : NotCarried.now(name(e));
        } catch (MailException e) {
            throw NotCarried.now(name(e));
        }
    }

    private void write(MimeMessage letter, Message message) throws MessagingException {
        var helper = new MimeMessageHelper(letter, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(message.recipient());
        helper.setSubject(message.subject());
        helper.setText(message.body());
        letter.setHeader("Auto-Submitted", "auto-generated");
        // The same for every try, so that a mailbox that gets it twice can show it once.
        String domain = settings.from().substring(settings.from().indexOf('@') + 1);
        letter.setHeader("Message-ID", "<" + message.dossier() + "." + message.id() + "@" + domain + ">");
    }

    /** The server answered, and does not take it for this recipient. */
    private static boolean refused(MailSendException e) {
        return e.getFailedMessages().values().stream().anyMatch(MailCarrier::addressRefused);
    }

    private static boolean addressRefused(@Nullable Throwable cause) {
        if (cause instanceof AddressException) {
            return true;
        }
        return cause instanceof SendFailedException failed
                && failed.getInvalidAddresses() != null
                && failed.getInvalidAddresses().length > 0;
    }

    private static String name(MailException e) {
        Throwable cause = e.getMostSpecificCause();
        return cause.getClass().getSimpleName();
    }
}
