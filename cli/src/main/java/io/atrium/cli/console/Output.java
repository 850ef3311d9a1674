// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.console;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The options `--json` and `--quiet` and what they mean; a mixin of every command that prints a result.
public final class Output {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "Print the result as JSON on one line, and nothing else.")
    private boolean json;

    @Option(names = "--quiet", description = "Print no messages.")
    private boolean quiet;

    /// The result, once: the table for people, `forPrograms` with `--json`.
    public void print(Supplier<?> forPeople, Supplier<? extends @Nullable Object> forPrograms) {
        result().println(json ? Json.of(forPrograms.get()) : forPeople.get());
        result().flush();
    }

    /// Whether a program reads the result.
    public boolean isForPrograms() {
        return json;
    }

    /// A message beside the result, such as progress.
    public void say(String message) {
        if (quiet || json) return;
        var messages = command.commandLine().getErr();
        messages.println(message);
        messages.flush();
    }

    private PrintWriter result() {
        return command.commandLine().getOut();
    }
}
