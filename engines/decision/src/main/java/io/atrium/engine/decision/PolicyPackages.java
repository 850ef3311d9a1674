// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision;

import io.atrium.engine.decision.check.ExampleCheck;
import io.atrium.engine.decision.check.References;
import io.atrium.engine.decision.column.PathAgreement;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.DmnModel;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.policy.Example;
import io.atrium.engine.decision.policy.PolicyHeader;
import io.atrium.engine.decision.policy.PolicyPackage;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import io.atrium.engine.decision.read.ExamplesFile;
import io.atrium.engine.decision.read.PolicyFile;
import io.atrium.engine.decision.table.TableCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// The front door: reads policy packages (政策包) from folders and proves them on their examples.
/// A package is taken whole or not at all; all problems are told at once.
public final class PolicyPackages {

    static final int PACKAGES_MAX = 2_000;
    private static final int FOLDER_DEPTH = 3;

    private PolicyPackages() {}

    /// Reads one package and compiles its model; its examples are read, not run.
    public static ReadOutcome read(Path folder) {
        var problems = new Problems();
        var text = PackageText.read(folder, problems);
        if (text.isEmpty()) {
            return new ReadOutcome.Refused(problems.list());
        }
        var outcome = read(text.get());
        if (outcome instanceof ReadOutcome.Ready ready) {
            checkFolder(folder, ready.policy().policy().header(), problems);
        }
        return problems.isEmpty() ? outcome : new ReadOutcome.Refused(problems.list());
    }

    /// The same from text.
    public static ReadOutcome read(PackageText text) {
        return read(text, DmnModel::compile);
    }

    /// A package that was checked before, such as a published version that is kept in a database: its model is
    /// compiled when it first decides.
    public static ReadOutcome readProven(PackageText text) {
        return read(text, DmnModel::proven);
    }

    private static ReadOutcome read(PackageText text, BiFunction<String, Problems, Optional<DmnModel>> compile) {
        var problems = new Problems();
        var file = PolicyFile.read(text.policy(), problems);
        var model = compile.apply(text.model(), problems);
        var examples = model.map(compiled -> examples(text, factTypes(file, compiled), problems))
                .orElse(List.of());
        if (file.isPresent() && model.isPresent()) {
            References.check(file.get(), model.get().outline(), problems);
        }
        if (!problems.isEmpty()) {
            return new ReadOutcome.Refused(problems.list());
        }
        var policy = assemble(file.orElseThrow(), examples, text);
        return new ReadOutcome.Ready(new CompiledPolicy(policy, model.orElseThrow()));
    }

    /// Reads one package, proves its tables, runs its examples and compares both paths: only what passes may be
    /// published.
    public static ReadOutcome check(Path folder) {
        var text = PackageText.read(folder, new Problems());
        return text.isEmpty() ? read(folder) : proven(read(folder), text.get());
    }

    /// The same from text.
    public static ReadOutcome check(PackageText text) {
        return proven(read(text), text);
    }

    private static ReadOutcome proven(ReadOutcome outcome, PackageText text) {
        return switch (outcome) {
            case ReadOutcome.Refused refused -> refused;
            case ReadOutcome.Ready ready -> {
                var problems = new Problems();
                var names = ready.policy().model().outline().names();
                TableCheck.check(text.model(), DmnModel.FILE, names, problems);
                ExampleCheck.check(ready.policy()).forEach(problems::add);
                if (problems.isEmpty()) {
                    PathAgreement.check(ready.policy()).ifPresent(problems::add);
                }
                yield problems.isEmpty() ? ready : new ReadOutcome.Refused(problems.list());
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

    private static List<Example> examples(PackageText text, Map<String, FactType> types, Problems problems) {
        return ExamplesFile.read(text.examples(), types, problems);
    }

    private static Map<String, FactType> factTypes(Optional<PolicyFile> file, DmnModel model) {
        var asked = model.outline().facts();
        return file.map(policy -> policy.header().withKeptFor(asked)).orElse(asked);
    }

    /// Folder and header must name the same policy, so that a version is found where it is expected.
    private static void checkFolder(Path folder, PolicyHeader header, Problems problems) {
        var path = folder.toAbsolutePath().normalize();
        var names = path.getNameCount();
        var expected = header.id() + "/" + header.version();
        if (names < FOLDER_DEPTH
                || !expected.equals(
                        path.getName(names - 3) + "-" + path.getName(names - 2) + "/" + path.getFileName())) {
            var what = "the folder is not <place>/<policy>/<version> of " + expected;
            problems.add(ProblemCode.VALUE_WRONG, PolicyFile.NAME, "id, version", what, "rename one of the two");
        }
    }

    private static PolicyPackage assemble(PolicyFile file, List<Example> examples, PackageText text) {
        return new PolicyPackage(
                file.header(),
                file.clauses(),
                file.conditions(),
                file.amount(),
                examples,
                text.source(),
                text.fingerprint());
    }
}
