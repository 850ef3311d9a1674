// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.cli.console.Output;
import io.atrium.cli.console.Table;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.Problems;
import io.atrium.engine.decision.read.FactsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atrium policy`: checks policy packages (政策包) and explains what one of them decides.
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Checks policy packages and explains decisions.")
final class PolicyCommand {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Command(
            name = "test",
            aliases = "check",
            mixinStandardHelpOptions = true,
            description = "Reads packages, compiles their models and runs their examples.")
    int test(
            @Parameters(
                            paramLabel = "FOLDER",
                            defaultValue = "${sys:atrium.policies:-policies}",
                            description = "A package or a folder of packages (default: ${DEFAULT-VALUE}).")
                    Path root,
            @Mixin Output output)
            throws CommandFailed {
        var checked = new LinkedHashMap<Path, ReadOutcome>();
        for (var folder : packagesBelow(root)) checked.put(folder, PolicyPackages.check(folder));
        output.print(() -> table(root, checked), () -> forPrograms(root, checked));
        var isSound = checked.values().stream().allMatch(ReadOutcome.Ready.class::isInstance);
        return (isSound ? ExitStatus.DONE : ExitStatus.REFUSED).code();
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "Decides a package for the facts of a file and says why.")
    int explain(
            @Parameters(paramLabel = "FOLDER", description = "The package, <place>/<policy>/<version>.") Path folder,
            @Option(names = "--facts", required = true, description = "YAML: 'facts:' and a value per fact.")
                    Path facts,
            @Option(names = "--as-of", description = "The day of the decision (default: today).") @Nullable
                    LocalDate asOf,
            @Mixin Output output)
            throws IOException, CommandFailed {
        var policy = read(folder);
        var day = Optional.ofNullable(asOf).orElseGet(PolicyCommand::today);
        var decision = policy.decide(readFacts(facts, policy), day);
        output.print(() -> DecisionText.of(decision), () -> DecisionText.forPrograms(decision));
        return ExitStatus.DONE.code();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(InstantSource.system().instant(), CHINA);
    }

    private static List<Path> packagesBelow(Path root) throws CommandFailed {
        if (!Files.isDirectory(root)) throw notFound(root);
        var folders = PolicyPackages.list(root);
        if (folders.isEmpty()) throw notFound(root);
        return folders;
    }

    private static CompiledPolicy read(Path folder) throws CommandFailed {
        if (!Files.isDirectory(folder)) throw notFound(folder);
        return switch (PolicyPackages.read(folder)) {
            case ReadOutcome.Ready(var policy) -> policy;
            case ReadOutcome.Refused(var problems) -> throw refused("PACKAGE_REFUSED", problems);
        };
    }

    private static FactSet readFacts(Path file, CompiledPolicy policy) throws IOException, CommandFailed {
        if (!Files.isRegularFile(file)) throw notFound(file);
        var problems = new Problems();
        var facts = FactsFile.read(file.toString(), Files.readString(file), policy.factsAsked(), problems);
        if (facts.isEmpty() || !problems.isEmpty()) throw refused("FACTS_REFUSED", problems.list());
        return facts.get();
    }

    private static CommandFailed notFound(Path path) {
        return new CommandFailed(
                ExitStatus.NOT_FOUND, "POLICY_NOT_FOUND", "Nothing to read at " + path + ".", "Give another path.");
    }

    private static CommandFailed refused(String code, List<Problem> problems) {
        var sentences = problems.stream().map(Problem::sentence).collect(Collectors.joining(System.lineSeparator()));
        return new CommandFailed(ExitStatus.REFUSED, code, sentences, "Mend the lines named above.");
    }

    private static String table(Path root, Map<Path, ReadOutcome> checked) {
        var rows = new ArrayList<List<String>>();
        var problems = new ArrayList<String>();
        checked.forEach((folder, outcome) -> {
            rows.add(List.of(name(root, folder), Integer.toString(examples(outcome)), verdict(outcome)));
            problemsOf(outcome).forEach(problem -> problems.add(name(root, folder) + "/" + problem.sentence()));
        });
        var table = new Table(List.of("package", "examples", "result"), rows).toString();
        return problems.isEmpty()
                ? table
                : table + System.lineSeparator() + String.join(System.lineSeparator(), problems);
    }

    private static Map<String, Object> forPrograms(Path root, Map<Path, ReadOutcome> checked) {
        var packages = new ArrayList<Map<String, Object>>();
        checked.forEach((folder, outcome) -> {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("package", name(root, folder));
            fields.put("examples", examples(outcome));
            fields.put("ok", outcome instanceof ReadOutcome.Ready);
            fields.put(
                    "problems",
                    problemsOf(outcome).stream().map(Problem::sentence).toList());
            packages.add(fields);
        });
        return Map.of("packages", packages);
    }

    private static String name(Path root, Path folder) {
        var name = root.relativize(folder).toString();
        return name.isEmpty() ? folder.toString() : name;
    }

    private static int examples(ReadOutcome outcome) {
        return outcome instanceof ReadOutcome.Ready(var policy)
                ? policy.policy().examples().size()
                : 0;
    }

    private static String verdict(ReadOutcome outcome) {
        var problems = problemsOf(outcome).size();
        return problems == 0 ? "ok" : problems + " problems";
    }

    private static List<Problem> problemsOf(ReadOutcome outcome) {
        return outcome instanceof ReadOutcome.Refused(var problems) ? problems : List.of();
    }
}
