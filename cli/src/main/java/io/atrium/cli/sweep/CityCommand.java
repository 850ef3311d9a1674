// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.sweep;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atrium policy city`: writes an invented city (虚构城市) to try `sweep` with.
@Command(
        name = "city",
        mixinStandardHelpOptions = true,
        description = "Writes a CSV of invented firms, the same for the same seed.")
public final class CityCommand implements Callable<Integer> {

    @Option(names = "--firms", defaultValue = "100000", description = "How many (default: ${DEFAULT-VALUE}).")
    private int firms;

    @Option(names = "--seed", defaultValue = "2026", description = "The same seed, the same firms.")
    private long seed;

    @Option(names = "--out", required = true, description = "The file to write.")
    private Path file;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException, CommandFailed {
        if (firms < 1 || firms > CityFile.FIRMS_MAX) {
            throw new CommandFailed(
                    ExitStatus.WRONG_USAGE,
                    "FIRMS_OUT_OF_RANGE",
                    firms + " firms were asked for.",
                    "Ask for 1 to " + CityFile.FIRMS_MAX + ".");
        }
        CityFile.write(file, firms, seed);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", file.toString());
        fields.put("firms", firms);
        fields.put("seed", seed);
        fields.put("invented", true);
        output.print(() -> file + ": " + firms + " invented firms (虚构数据), seed " + seed, () -> fields);
        return ExitStatus.DONE.code();
    }
}
