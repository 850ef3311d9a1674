// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Where packages come from: a folder of the operator, or those that ship inside Atrium.
@Component
class PackageSource {

    private static final Logger LOG = LoggerFactory.getLogger(PackageSource.class);
    private static final String SHIPPED = "classpath*:policies/*/*/*/policy.yaml";

    private final PolicySettings settings;

    PackageSource(PolicySettings settings) {
        this.settings = settings;
    }

    /// Packages by name, `<place>/<policy>/<version>`, in the order of their names.
    Map<String, PackageText> read() {
        return settings.policies() == null ? shipped() : inFolder(settings.policies());
    }

    /// Whether they come from outside Atrium.
    boolean isForeign() {
        return settings.policies() != null;
    }

    private static Map<String, PackageText> inFolder(Path root) {
        var packages = new TreeMap<String, PackageText>();
        for (var folder : PolicyPackages.list(root)) {
            var problems = new Problems();
            PackageText.read(folder, problems)
                    .ifPresent(text -> packages.put(root.relativize(folder).toString(), text));
            problems.list().stream().map(Problem::sentence).forEach(line -> LOG.error("{}: {}", folder, line));
        }
        return packages;
    }

    private static Map<String, PackageText> shipped() {
        var packages = new TreeMap<String, PackageText>();
        try {
            for (var policy : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                packages.put(name(policy), text(policy));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return packages;
    }

    private static String name(Resource policy) throws IOException {
        var parts = policy.getURL().getPath().split("/");
        return String.join("/", Arrays.copyOfRange(parts, parts.length - 4, parts.length - 1));
    }

    private static PackageText text(Resource policy) throws IOException {
        return new PackageText(
                content(policy, "policy.yaml"),
                content(policy, "model.dmn"),
                content(policy, "examples.yaml"),
                content(policy, "source.md"));
    }

    private static String content(Resource policy, String name) throws IOException {
        return policy.createRelative(name).getContentAsString(StandardCharsets.UTF_8);
    }
}
