// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.cli.console.Output;
import io.atrium.cli.sweep.CityCommand;
import io.atrium.cli.sweep.SweepCommand;
import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.isolated.IsolatedCheck;
import io.atrium.engine.decision.isolated.TrialLimits;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.Problems;
import io.atrium.engine.decision.propose.Proposal;
import io.atrium.engine.decision.propose.ProposeExamples;
import io.atrium.engine.decision.read.FactsFile;
import io.atrium.engine.decision.tck.TckRun;
import io.atrium.engine.decision.tck.TckVerdict;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
        subcommands = {SweepCommand.class, CityCommand.class},
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
            @Option(names = "--isolated", description = "Try each package in a process of its own, with limits.")
                    boolean isolated,
            @Option(
                            names = "--propose",
                            description =
                                    "Print, as YAML, the examples that each package lacks, with what its model says.")
                    boolean proposing,
            @Mixin Output output)
            throws CommandFailed {
        if (proposing) return propose(root, output);
        var checked = new LinkedHashMap<Path, ReadOutcome>();
        for (var folder : PackageFolders.below(root)) checked.put(folder, check(folder, isolated));
        output.print(() -> CheckText.of(root, checked), () -> CheckText.forPrograms(root, checked));
        var isSound = checked.values().stream().allMatch(ReadOutcome.Ready.class::isInstance);
        return (isSound ? ExitStatus.DONE : ExitStatus.REFUSED).code();
    }

    private static int propose(Path root, Output output) throws CommandFailed {
        var proposed = new LinkedHashMap<Path, List<Proposal>>();
        for (var folder : PackageFolders.below(root)) {
            proposed.put(folder, ProposeExamples.of(read(folder), text(folder).model()));
        }
        output.print(() -> ProposalText.of(root, proposed), () -> ProposalText.forPrograms(root, proposed));
        return ExitStatus.DONE.code();
    }

    /// A package that was read already.
    static PackageText text(Path folder) {
        return PackageText.read(folder, new Problems()).orElseThrow();
    }

    static Map<String, FactType> types(Path folder) {
        return PolicyPackages.read(folder) instanceof ReadOutcome.Ready(var policy) ? policy.factsAsked() : Map.of();
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "Decides a package for the facts of a file and says why.")
    int explain(
            @Parameters(
                            paramLabel = "FOLDER",
                            arity = "0..1",
                            description = "The package, <place>/<policy>/<version>; or name it with --policy.")
                    @Nullable
                    Path folder,
            @Option(names = "--policy", paramLabel = "ID[/VERSION]", description = "The package by its id.") @Nullable
                    String policyId,
            @Option(
                            names = "--policies",
                            paramLabel = "DIR",
                            defaultValue = "${sys:atrium.policies:-policies}",
                            description = "Where --policy is looked for (default: ${DEFAULT-VALUE}).")
                    Path policies,
            @Option(
                            names = {"--facts", "--firm"},
                            paramLabel = "FILE",
                            required = true,
                            description = "YAML or JSON: 'facts:' and a value per fact.")
                    Path facts,
            @Option(names = "--as-of", description = "The day of the decision (default: today).") @Nullable
                    LocalDate asOf,
            @Mixin Output output)
            throws IOException, CommandFailed {
        var policy = read(folder == null ? PackageFolders.find(policies, policyId) : folder);
        var day = Optional.ofNullable(asOf).orElseGet(PolicyCommand::today);
        var decision = policy.decide(readFacts(facts, policy), day);
        output.print(() -> DecisionText.of(decision), () -> DecisionText.forPrograms(decision));
        return ExitStatus.DONE.code();
    }

    @Command(
            name = "tck",
            mixinStandardHelpOptions = true,
            description = "Runs a directory in the format of the DMN TCK: *.dmn beside *-test-*.xml.")
    int tck(
            @Parameters(paramLabel = "DIR", description = "The directory; folders below it are found.") Path directory,
            @Mixin Output output)
            throws CommandFailed {
        if (!Files.isDirectory(directory)) throw PackageFolders.notFound(directory);
        var report = withoutChatter(() -> TckRun.run(directory));
        if (report.folders().isEmpty()) throw PackageFolders.notFound(directory);
        output.print(() -> TckText.of(report), () -> TckText.forPrograms(report));
        return (report.count(TckVerdict.FAILED) == 0 ? ExitStatus.DONE : ExitStatus.FAILED).code();
    }

    /// The library behind FEEL's regular expressions prints each broken one, and the kit is full of them.
    private static <T> T withoutChatter(Supplier<T> work) {
        var before = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            return work.get();
        } finally {
            System.setErr(before);
        }
    }

    private static ReadOutcome check(Path folder, boolean isolated) {
        return isolated ? new IsolatedCheck(TrialLimits.STANDARD).check(folder) : PolicyPackages.check(folder);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(InstantSource.system().instant(), CHINA);
    }

    private static CompiledPolicy read(Path folder) throws CommandFailed {
        if (!Files.isDirectory(folder)) throw PackageFolders.notFound(folder);
        return switch (PolicyPackages.read(folder)) {
            case ReadOutcome.Ready(var policy) -> policy;
            case ReadOutcome.Refused(var problems) -> throw refused("PACKAGE_REFUSED", problems);
        };
    }

    private static FactSet readFacts(Path file, CompiledPolicy policy) throws IOException, CommandFailed {
        if (!Files.isRegularFile(file)) throw PackageFolders.notFound(file);
        var problems = new Problems();
        var facts = FactsFile.read(file.toString(), Files.readString(file), policy.factsAsked(), problems);
        if (facts.isEmpty() || !problems.isEmpty()) throw refused("FACTS_REFUSED", problems.list());
        return facts.get();
    }

    private static CommandFailed refused(String code, List<Problem> problems) {
        var sentences = problems.stream().map(CheckText::sentence).collect(Collectors.joining(System.lineSeparator()));
        return new CommandFailed(ExitStatus.REFUSED, code, sentences, "Mend the lines named above.");
    }
}
