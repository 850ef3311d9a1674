// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.files.Attachment;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A mail in which a firm says what it needs (邮件诉求), as it was saved (`.eml`, RFC 5322).
///
/// @param messageId of the mail: the same mail is taken in once
/// @param sender name and address, as the contact
/// @param text the plain text; of a mail in HTML only, its text without markup
record MailOrder(String messageId, String subject, String sender, String text, List<Attachment> attachments) {

    static final int BYTES_MAX = 20 * 1024 * 1024;
    private static final int DEPTH_MAX = 10;

    MailOrder {
        attachments = List.copyOf(attachments);
    }

    /// Empty when it is no mail with a sender, an id and a text.
    static Optional<MailOrder> read(byte[] bytes) {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            var parts = new Parts();
            parts.take(mail, 0);
            var id = mail.getMessageID();
            var sender = sender(mail);
            var text = parts.text().strip();
            return id == null || sender.isEmpty() || text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MailOrder(
                            id,
                            Objects.requireNonNullElse(mail.getSubject(), "").strip(),
                            sender,
                            text,
                            parts.attachments));
        } catch (MessagingException | IOException _) {
            return Optional.empty();
        }
    }

    private static String sender(MimeMessage mail) throws MessagingException {
        var from = mail.getFrom();
        return from == null
                ? ""
                : Arrays.stream(from)
                        .map(address -> address instanceof InternetAddress internet
                                ? Stream.of(internet.getPersonal(), internet.getAddress())
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining(" "))
                                : address.toString())
                        .collect(Collectors.joining(", "));
    }

    /// What a mail is made of, part by part.
    private static final class Parts {

        private final List<Attachment> attachments = new ArrayList<>();
        private @Nullable String plain;
        private @Nullable String html;

        void take(Part part, int depth) throws MessagingException, IOException {
            if (depth > DEPTH_MAX) {
                return;
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    BodyPart inner = multipart.getBodyPart(i);
                    take(inner, depth + 1);
                }
            } else if (part.getFileName() != null) {
                attachments.add(new Attachment(
                        MimeUtility.decodeText(part.getFileName()),
                        part.getInputStream().readAllBytes()));
            } else if (part.isMimeType("text/plain") && plain == null) {
                plain = String.valueOf(part.getContent());
            } else if (part.isMimeType("text/html") && html == null) {
                html = String.valueOf(part.getContent());
            }
        }

        String text() {
            return plain != null ? plain : html == null ? "" : withoutMarkup(html);
        }

        private static String withoutMarkup(String markup) {
            return markup.replaceAll("(?is)<(style|script)[^>]*>.*?</\\1>", "")
                    .replaceAll("(?i)<br\\s*/?>|</p>|</div>", "\n")
                    .replaceAll("<[^>]+>", "")
                    .replace("&nbsp;", " ")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&");
        }
    }
}
