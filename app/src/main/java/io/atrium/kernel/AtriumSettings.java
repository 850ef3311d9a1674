// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the whole application (prefix `atrium`, or ATRIUM_… in the environment).
///
/// @param demo invented community, personas one click away, a business clock that may be advanced; never with real data
/// @param data the folder of this node: its job runs, the embedded database, files
/// @param files the folder of uploaded files, the same for all nodes; without it `files` in the data folder
/// @param node how this process is known among the nodes of the installation
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
        @Nullable Path files,
        @DefaultValue Node node,
        @DefaultValue Db db,
        @DefaultValue("atrium-demo") String demoPassword,
        @DefaultValue("Atrium") String operatorName,
        @Nullable String filingNumber,
        @DefaultValue SignIn signIn,
        @DefaultValue Limits limits,
        @DefaultValue Downtime downtime) {

    /// Where uploaded files lie.
    public Path filesFolder() {
        return files == null ? data.resolve("files") : files;
    }

    /// @param name how people call it; without one the name of the machine
    /// @param silentAfter a node without a sign of life for so long counts as gone, and another one leads
    /// @param lostAfter runs of a node that is gone so long, where no other node reaches its machine, are given up
    public record Node(
            @Nullable String name,
            @DefaultValue("5s") Duration silentAfter,
            @DefaultValue("2m") Duration lostAfter) {

        public Node {
            if (silentAfter.compareTo(Duration.ofSeconds(2)) < 0) {
                throw new IllegalArgumentException("atrium.node.silent-after must be at least 2s, not " + silentAfter);
            }
        }
    }

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
