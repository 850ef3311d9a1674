// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision;

import io.atrium.engine.decision.check.ExampleCheck;
import io.atrium.engine.decision.check.References;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.DmnModel;
import io.atrium.engine.decision.policy.Example;
import io.atrium.engine.decision.policy.PolicyPackage;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import io.atrium.engine.decision.read.ExamplesFile;
import io.atrium.engine.decision.read.PolicyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The front door: reads policy packages (政策包) from folders and proves them on their examples.
/// A package is taken whole or not at all; all problems are told at once.
public final class PolicyPackages {

    static final int PACKAGES_MAX = 2_000;
    private static final int FOLDER_DEPTH = 3;

    private PolicyPackages() {}

    /// Reads one package and compiles its model; its examples are read, not run.
    public static ReadOutcome read(Path folder) {
        var problems = new Problems();
        var files = PackageFiles.read(folder, problems);
        if (files.isEmpty()) {
            return new ReadOutcome.Refused(folder, problems.list());
        }
        var file = PolicyFile.read(files.get().policy(), problems);
        var model = DmnModel.compile(files.get().model(), problems);
        var examples =
                model.map(compiled -> examples(files.get(), compiled, problems)).orElse(List.of());
        if (file.isPresent() && model.isPresent()) {
            References.check(file.get(), model.get().outline(), problems);
        }
        file.ifPresent(found -> checkFolder(folder, found, problems));
        if (!problems.isEmpty()) {
            return new ReadOutcome.Refused(folder, problems.list());
        }
        var policy = assemble(file.orElseThrow(), examples, files.get());
        return new ReadOutcome.Ready(folder, new CompiledPolicy(policy, model.orElseThrow()));
    }

    /// Reads one package and runs its examples: only what passes may be published.
    public static ReadOutcome check(Path folder) {
        return switch (read(folder)) {
            case ReadOutcome.Refused refused -> refused;
            case ReadOutcome.Ready ready -> {
                var problems = ExampleCheck.check(ready.policy());
                yield problems.isEmpty() ? ready : new ReadOutcome.Refused(folder, problems);
            }
        };
    }

    /// The package folders below a root, `<place>/<policy>/<version>`, in the order of their paths.
    public static List<Path> list(Path root) {
        try (var paths =
                Files.find(root, FOLDER_DEPTH, (path, _) -> Files.isRegularFile(path.resolve(PolicyFile.NAME)))) {
            var folders = paths.sorted().toList();
            if (folders.size() > PACKAGES_MAX) {
                throw new IllegalArgumentException("more than " + PACKAGES_MAX + " policy packages below " + root);
            }
            return folders;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Example> examples(PackageFiles files, DmnModel model, Problems problems) {
        return ExamplesFile.read(files.examples(), model.outline().facts(), problems);
    }

    /// Folder and header must name the same policy, so that a version is found where it is expected.
    private static void checkFolder(Path folder, PolicyFile file, Problems problems) {
        var path = folder.toAbsolutePath().normalize();
        var names = path.getNameCount();
        var expected = file.header().id() + "/" + file.header().version();
        if (names < FOLDER_DEPTH
                || !expected.equals(
                        path.getName(names - 3) + "-" + path.getName(names - 2) + "/" + path.getFileName())) {
            var what = "the folder is not <place>/<policy>/<version> of " + expected;
            problems.add(ProblemCode.VALUE_WRONG, PolicyFile.NAME, "id, version", what, "rename one of the two");
        }
    }

    private static PolicyPackage assemble(PolicyFile file, List<Example> examples, PackageFiles files) {
        return new PolicyPackage(
                file.header(),
                file.clauses(),
                file.conditions(),
                file.amount(),
                examples,
                files.source(),
                files.fingerprint());
    }
}
