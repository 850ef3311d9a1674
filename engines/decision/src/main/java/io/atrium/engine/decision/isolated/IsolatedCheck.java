// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.isolated;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.dmn.DmnModel;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Checks a package from outside (外来政策包) in a process of its own. Only when it is found sound there is its model
/// compiled here; its examples never run in this process.
public final class IsolatedCheck {

    private static final int ANSWER_BYTES_MAX = 8 * 1024 * 1024;
    private static final int OUT_OF_MEMORY = 3;
    private static final String MAIN = "io.atrium.engine.decision.isolated.CheckProcess";

    private final TrialLimits limits;
    private final String mainClass;

    public IsolatedCheck(TrialLimits limits) {
        this(limits, MAIN);
    }

    IsolatedCheck(TrialLimits limits, String mainClass) {
        this.limits = limits;
        this.mainClass = mainClass;
    }

    public ReadOutcome check(PackageText text) {
        var problems = problems(text);
        return problems.isEmpty() ? PolicyPackages.read(text) : new ReadOutcome.Refused(problems);
    }

    /// The same from a folder.
    public ReadOutcome check(Path folder) {
        var problems = new Problems();
        var text = PackageText.read(folder, problems);
        return text.isEmpty()
                ? new ReadOutcome.Refused(problems.list())
                : switch (check(text.get())) {
                    case ReadOutcome.Refused refused -> refused;
                    case ReadOutcome.Ready _ -> PolicyPackages.read(folder);
                };
    }

    private List<Problem> problems(PackageText text) {
        try {
            var process = start();
            try {
                return answer(process, text);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the trial process cannot be started", broken);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of(stopped("the trial was interrupted", "试运行被中断"));
        }
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(Confinement.PREFIX);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + limits.memoryMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    private List<Problem> answer(Process process, PackageText text) throws InterruptedException {
        var sent = CompletableFuture.runAsync(() -> send(process, text));
        var answer = CompletableFuture.supplyAsync(() -> receive(process));
        if (!process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            var seconds = limits.time().toSeconds();
            return List.of(stopped("its trial took longer than " + seconds + " s", "试运行超过 " + seconds + " 秒"));
        }
        sent.join();
        return process.exitValue() == 0 ? read(answer.join()) : List.of(died(process.exitValue()));
    }

    /// A process that ends before it has read everything is told by its exit value.
    private static void send(Process process, PackageText text) {
        try (var out = new DataOutputStream(process.getOutputStream())) {
            Wire.write(text, out);
        } catch (IOException _) {
            process.destroyForcibly();
        }
    }

    private static byte[] receive(Process process) {
        try {
            return process.getInputStream().readNBytes(ANSWER_BYTES_MAX);
        } catch (IOException _) {
            return new byte[0];
        }
    }

    private static List<Problem> read(byte[] answer) {
        try {
            return Wire.readProblems(new DataInputStream(new ByteArrayInputStream(answer)));
        } catch (IOException _) {
            return List.of(stopped("its trial gave no answer that can be read", "试运行没有给出可读的结果"));
        }
    }

    private Problem died(int exitValue) {
        return exitValue == OUT_OF_MEMORY
                ? stopped(
                        "its trial needed more than " + limits.memoryMegabytes() + " MB",
                        "试运行所需内存超过 " + limits.memoryMegabytes() + " MB")
                : stopped("its trial ended with " + exitValue, "试运行异常结束（" + exitValue + "）");
    }

    private static Problem stopped(String what, String whatChinese) {
        return new Problem(
                ProblemCode.TRIAL_STOPPED,
                DmnModel.FILE,
                "model",
                what,
                "write it with less to compute",
                null,
                whatChinese);
    }
}
