// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import io.atrium.compute.execution.Readiness.Lack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Looks for what the local engine needs of a machine, and names the remedy for what is not there.
///
/// These checks give good words for the usual lacks; whether a run can really be confined, only a trial run shows.
final class HostChecks {
    /// Tool → Debian package.
    private static final Map<String, String> TOOLS = new TreeMap<>(Map.ofEntries(
            Map.entry("setsid", "util-linux"),
            Map.entry("unshare", "util-linux"),
            Map.entry("setpriv", "util-linux"),
            Map.entry("prlimit", "util-linux"),
            Map.entry("pivot_root", "util-linux"),
            Map.entry("mount", "mount"),
            Map.entry("umount", "mount"),
            Map.entry("hostname", "hostname"),
            Map.entry("getconf", "libc-bin"),
            Map.entry("mkfifo", "coreutils"),
            Map.entry("env", "coreutils"),
            Map.entry("nice", "coreutils")));

    private final Host host;
    private final Path proc;

    HostChecks(Host host, Path proc) {
        this.host = host;
        this.proc = proc;
    }

    List<Lack> lacks() {
        if (!Files.exists(proc.resolve("self"))) {
            return List.of(new Lack("this machine does not run Linux", "run Atrium, or at least its jobs, on Linux"));
        }
        var lacks = new ArrayList<Lack>();
        TOOLS.forEach((tool, debianPackage) -> {
            if (!host.hasTool(tool)) {
                lacks.add(new Lack("the program " + tool + " is missing", "apt-get install " + debianPackage));
            }
        });
        sysctl("user/max_user_namespaces", "0", "user.max_user_namespaces=10000")
                .ifPresent(lacks::add);
        sysctl("kernel/unprivileged_userns_clone", "0", "kernel.unprivileged_userns_clone=1")
                .ifPresent(lacks::add);
        sysctl("kernel/apparmor_restrict_unprivileged_userns", "1", "kernel.apparmor_restrict_unprivileged_userns=0")
                .ifPresent(lacks::add);
        return lacks;
    }

    private Optional<Lack> sysctl(String name, String forbidding, String remedy) {
        var file = proc.resolve("sys").resolve(name);
        return Files.exists(file) && Host.firstLine(file).strip().equals(forbidding)
                ? Optional.of(new Lack(
                        "user namespaces are switched off (" + name.replace('/', '.') + " is " + forbidding + ")",
                        "sysctl -w " + remedy))
                : Optional.empty();
    }
}
