// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the whole application (prefix `atrium`, or ATRIUM_… in the environment).
///
/// @param demo invented community, personas one click away, a business clock that may be advanced; never with real data
/// @param data the folder for the embedded database, files and job runs
/// @param db an external PostgreSQL; without `url` the embedded one is started
/// @param operatorName who runs this installation, for the footer
/// @param demoPassword the one password of all invented people of the demo
/// @param limits how many requests a minute are answered
/// @param downtime when every page says that the service is down, and until when
/// @param filingNumber the site's filing number (备案号), for the footer
@ConfigurationProperties("atrium")
public record AtriumSettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("data") Path data,
        @DefaultValue Db db,
        @DefaultValue("atrium-demo") String demoPassword,
        @DefaultValue("Atrium") String operatorName,
        @Nullable String filingNumber,
        @DefaultValue SignIn signIn,
        @DefaultValue Limits limits,
        @DefaultValue Downtime downtime) {

    /// How many requests a minute are answered, each node counting for itself; the demo has no such limits.
    ///
    /// @param perAddressPerMinute many people may share the address of an office
    public record Limits(
            @DefaultValue("3000") int perAddressPerMinute,
            @DefaultValue("600") int perPersonPerMinute) {}

    /// A planned downtime, with offset: `2026-12-12T22:00+08:00`. Without `until` there is none.
    public record Downtime(
            @Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {}

    /// @param hashMemoryKib what one attempt to guess a password costs in memory (Argon2id)
    public record SignIn(@DefaultValue("16384") int hashMemoryKib) {}

    /// @param port port of the embedded database; 0 takes a free one
    public record Db(
            @Nullable String url,
            @DefaultValue("postgres") String user,
            @DefaultValue("") String password,
            @DefaultValue("0") int port) {}
}
