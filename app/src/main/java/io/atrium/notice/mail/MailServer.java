// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import io.atrium.notice.mail.MailSettings.Tls;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The mail server (邮件服务器), by SMTP. Nothing is tried twice here.
@Component
class MailServer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int CONNECT_MILLIS_MAX = 5_000;
    private static final int ANSWER_MILLIS_MAX = 10_000;
    private static final int REFUSED_FOR_GOOD = 500;

    private final MailSettings settings;

    MailServer(MailSettings settings) {
        this.settings = settings;
    }

    /// @param id stands in the Message-ID, so that receivers know a mail that is sent again
    record Envelope(String id, String to, Instant date) {}

    record Body(String subject, String plain, String html) {}

    sealed interface Answer {
        record Accepted() implements Answer {}

        /// This mail will never be taken.
        record Refused(String problem) implements Answer {}

        /// Perhaps later.
        record Failed(String problem) implements Answer {}
    }

    boolean isOn() {
        return settings.isOn();
    }

    Answer send(Envelope envelope, Body body) {
        try {
            var session = Session.getInstance(properties());
            var message = message(session, envelope, body);
            try (var transport = session.getTransport()) {
                transport.connect(settings.host(), settings.port(), settings.user(), password());
                transport.sendMessage(message, message.getAllRecipients());
            }
            return new Answer.Accepted();
        } catch (MessagingException e) {
            return isForGood(e) ? new Answer.Refused(words(e)) : new Answer.Failed(words(e));
        }
    }

    private @Nullable String password() {
        return settings.user() == null ? null : settings.password();
    }

    private Properties properties() {
        var properties = new Properties();
        var protocol = settings.tls() == Tls.TLS ? "smtps" : "smtp";
        properties.put("mail.transport.protocol", protocol);
        var prefix = "mail." + protocol + ".";
        properties.put(prefix + "connectiontimeout", CONNECT_MILLIS_MAX);
        properties.put(prefix + "timeout", ANSWER_MILLIS_MAX);
        properties.put(prefix + "writetimeout", ANSWER_MILLIS_MAX);
        properties.put(prefix + "quitwait", "false");
        properties.put(prefix + "auth", settings.user() != null);
        properties.put(prefix + "starttls.enable", settings.tls() == Tls.STARTTLS);
        properties.put(prefix + "starttls.required", settings.tls() == Tls.STARTTLS);
        properties.put(prefix + "ssl.checkserveridentity", true);
        return properties;
    }

    private MimeMessage message(Session session, Envelope envelope, Body body) throws MessagingException {
        var message = new Identified(
                session, "<" + envelope.id() + "@" + settings.site().getHost() + ">");
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.to()));
        message.setSubject(body.subject(), UTF_8);
        message.setSentDate(Date.from(envelope.date()));
        message.setHeader("Auto-Submitted", "auto-generated");
        var plain = new MimeBodyPart();
        plain.setText(body.plain(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(body.html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    private static boolean isForGood(MessagingException failure) {
        for (Exception at = failure; at instanceof MessagingException one; at = one.getNextException()) {
            int code = switch (one) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            if (code >= REFUSED_FOR_GOOD) {
                return true;
            }
        }
        return false;
    }

    private static String words(MessagingException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
