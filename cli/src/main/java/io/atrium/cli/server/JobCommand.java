// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `atrium job`: jobs (作业) on a running Atrium.
@Command(
        name = "job",
        mixinStandardHelpOptions = true,
        description = "Jobs on a running Atrium: submit, list, read, stop, and why one waits.",
        subcommands = {JobSubmit.class, JobList.class, JobLogs.class, JobStop.class, JobExplain.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  export ATRIUM_SERVER=https://atrium.example ATRIUM_TOKEN_FILE=~/.atrium-token",
            "  atrium job submit --name train --gpus 64 --limit 2h -- python train.py",
            "  atrium job submit --name train --gpus 64 --limit 2h --dry-run -- python train.py",
            "  atrium job logs job_0123 --follow",
            "  atrium job explain job_0123"
        })
public final class JobCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getErr());
        throw new CommandLine.ParameterException(command.commandLine(), "Which command?");
    }
}
