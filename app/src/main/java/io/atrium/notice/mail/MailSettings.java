// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of mail (prefix `atrium.mail`).
///
/// @param host the mail server (SMTP); without it there is no mail, and pages say so
/// @param user whom to sign in as there; without it nobody signs in
/// @param from the sender of every mail
/// @param site where people reach this installation; links in mails lead there
@ConfigurationProperties("atrium.mail")
public record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @DefaultValue("") String password,
        @DefaultValue("atrium@localhost") String from,
        @DefaultValue("STARTTLS") Tls tls,
        @DefaultValue("http://127.0.0.1:8080") URI site) {

    /// How the way to the mail server is protected; NONE is for a server on this machine.
    public enum Tls {
        NONE,
        STARTTLS,
        TLS
    }

    public boolean isOn() {
        return host != null && !host.isBlank();
    }

    /// The address of a path of this site.
    public String link(String path) {
        return site.resolve(path).toString();
    }

    /// Keeps the password out of logs.
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
