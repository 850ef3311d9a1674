// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

import java.nio.file.Path;
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
/// @param filingNumber the site's filing number (备案号), for the footer
@ConfigurationProperties("atrium")
public record AtriumSettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("data") Path data,
        @DefaultValue Db db,
        @DefaultValue("atrium-demo") String demoPassword,
        @DefaultValue("Atrium") String operatorName,
        @Nullable String filingNumber) {

    /// @param port port of the embedded database; 0 takes a free one
    public record Db(
            @Nullable String url,
            @DefaultValue("postgres") String user,
            @DefaultValue("") String password,
            @DefaultValue("0") int port) {}
}
