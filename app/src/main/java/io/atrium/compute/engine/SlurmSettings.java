// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.engine;

import io.atrium.compute.execution.slurm.SlurmCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The providers' Slurm clusters (prefix `atrium.slurm`). Who runs the installation writes them down, since a token of
/// each cluster belongs here and nowhere else; providers choose among their own ones.
///
/// @param clusters  by a short name: lower-case letters, digits and hyphens
/// @param lostAfter how long a cluster may be silent past a run's time limit before the run counts as lost
@ConfigurationProperties("atrium.slurm")
public record SlurmSettings(
        @Nullable Map<String, Cluster> clusters,
        @DefaultValue("24h") Duration lostAfter) {

    /// @param provider   unified credit code or id of the organisation whose pools may use it
    /// @param token      of the user; better in a file
    /// @param tokenFile  read anew for each request, so that a token can be renewed
    /// @param workFolder on the cluster, shared by its nodes, writable for the user
    /// @param logFolder  the same folder as this machine sees it
    public record Cluster(
            String provider,
            URI url,
            String user,
            @Nullable String token,
            @Nullable Path tokenFile,
            @Nullable String partition,
            @Nullable String account,
            @Nullable String gpuType,
            @DefaultValue("4") int coresPerGpu,
            @DefaultValue("16384") int memoryMibPerGpu,
            String workFolder,
            @Nullable Path logFolder,
            @DefaultValue("false") boolean plainHttp) {

        public Cluster {
            require(provider, "provider");
            require(url, "url");
            require(user, "user");
            require(workFolder, "work-folder");
        }

        private static void require(@Nullable Object value, String name) {
            if (value == null) {
                throw new IllegalArgumentException("each of atrium.slurm.clusters needs " + name);
            }
        }

        SlurmCluster named(String name) {
            return new SlurmCluster(
                    name,
                    url,
                    user,
                    partition,
                    account,
                    gpuType,
                    new SlurmCluster.Share(coresPerGpu, memoryMibPerGpu),
                    workFolder,
                    logFolder,
                    plainHttp);
        }

        String secret() {
            try {
                return tokenFile != null ? Files.readString(tokenFile).strip() : token == null ? "" : token;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// For pages and logs: no token.
        @Override
        public String toString() {
            return url + " (" + provider + ")";
        }
    }

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public SlurmSettings {
        var names = clusters == null ? Set.<String>of() : clusters.keySet();
        names.stream().filter(name -> !NAME.matcher(name).matches()).findFirst().ifPresent(wrong -> {
            throw new IllegalArgumentException(
                    "atrium.slurm.clusters." + wrong + ": a name has lower-case letters, digits and hyphens");
        });
    }

    Map<String, Cluster> named() {
        return clusters == null ? Map.of() : clusters;
    }
}
