// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `atrium lease`: leases of whole nodes (租约) on a running Atrium, for firms and for providers.
@Command(
        name = "lease",
        mixinStandardHelpOptions = true,
        description =
                "Leases of whole nodes on a running Atrium: prices, quote, request, look, and every step to the end.",
        subcommands = {
            LeasePrices.class,
            LeaseQuote.class,
            LeaseRequest.class,
            LeaseList.class,
            LeaseShow.class,
            LeaseSteps.Withdraw.class,
            LeaseSteps.Cancel.class,
            LeaseSteps.Receive.class,
            LeaseSteps.End.class,
            LeaseSteps.Sign.class,
            LeaseSteps.Decline.class,
            LeaseSteps.HandOver.class,
            LeaseSteps.TakeBack.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  atrium lease quote --pool lanxian-h800 --gpus 16 --from 2026-12-15 --days 30 --purpose training",
            "  atrium lease request --name tuning --pool lanxian-h800 --gpus 16 --from 2026-12-15 --days 30 --purpose training",
            "  atrium lease show lse_0123",
            "As the provider:",
            "  atrium lease sign lse_0123 --compute-only",
            "  atrium lease hand-over lse_0123 --words 'ssh -p 2222 firm@login.example'"
        })
public final class LeaseCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getErr());
        throw new CommandLine.ParameterException(command.commandLine(), "Which command?");
    }
}
