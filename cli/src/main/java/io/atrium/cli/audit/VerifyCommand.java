// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.audit;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import io.atrium.engine.ledger.audit.AuditReport;
import io.atrium.engine.ledger.audit.Hash;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atrium ledger verify`: adds everything up again, checks the chain of seals, prints the trial balance (试算平衡).
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Adds the ledger of an installation up again from its transfers, checks the chain of hashes over them and "
                    + "prints the trial balance.",
            "Reads one snapshot and changes nothing; the installation may be running or not."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the books are in order",
            "1:the server of the installation cannot be started",
            "2:wrong usage",
            "3:the books are not in order: every finding is named",
            "4:there is no ledger at that place",
            "7:the database does not answer, try again"
        })
public final class VerifyCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the installation. Without it the database of ATRIUM_DB_URL, ATRIUM_DB_USER and "
                    + "ATRIUM_DB_PASSWORD, or else data/.")
    private @Nullable Path data;

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "A hash that was printed earlier and noted: it must still be in the chain. Several times for "
                    + "several.")
    private Set<String> heads = new HashSet<>();

    @Mixin
    private Output output;

    @Override
    public Integer call() throws CommandFailed {
        var report = report();
        output.print(() -> AuditText.forPeople(report), () -> AuditText.forPrograms(report));
        return (report.isSound() ? ExitStatus.DONE : ExitStatus.REFUSED).code();
    }

    private AuditReport report() throws CommandFailed {
        var noted = noted();
        try (var place = Place.open(data, System.getenv())) {
            output.say("reading the ledger " + place.name());
            return LedgerTables.audit(place.connection(), noted);
        }
    }

    private Set<Hash> noted() throws CommandFailed {
        var noted = new HashSet<Hash>();
        for (var head : heads) {
            var hex = head.strip().toLowerCase(Locale.ROOT);
            if (!Hash.isWellFormed(hex)) {
                throw new CommandFailed(
                        ExitStatus.WRONG_USAGE,
                        "HASH_MALFORMED",
                        "'" + head + "' is no hash of a seal.",
                        "Give the 64 digits that an earlier run printed behind 'head'.");
            }
            noted.add(new Hash(hex));
        }
        return noted;
    }
}
