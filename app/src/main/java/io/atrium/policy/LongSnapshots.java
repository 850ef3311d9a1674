// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.column.file.CsvFirms;
import io.atrium.engine.decision.column.file.FirmFileRefused;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.operation.OperationResult;
import io.atrium.web.operation.Operations;
import io.atrium.web.operation.Progress;
import io.atrium.web.operation.StartOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Snapshots for which nobody waits (长时间冻结): of many firms, or of the file of a city. All or nothing: a file with one
/// wrong cell leaves nothing behind but the word about it.
@Component
public class LongSnapshots {

    /// Freezing so many takes about three seconds.
    static final int FIRMS_AT_ONCE = 5_000;

    /// A city of three million firms is 300 MB of CSV.
    public static final int FILE_BYTES_MAX = 512 * 1024 * 1024;

    private static final int SHOWN_MAX = 120;

    private static final LocalDate DAY_MIN = LocalDate.of(2000, 1, 1);

    private static final List<String> STAGES = List.of("policy.snapshot.stage.read", "policy.snapshot.stage.freeze");

    private final FirmSnapshots snapshots;
    private final Operations operations;
    private final BusinessClock clock;

    LongSnapshots(FirmSnapshots snapshots, Operations operations, BusinessClock clock) {
        this.snapshots = snapshots;
        this.operations = operations;
        this.clock = clock;
    }

    public boolean isLong() {
        return snapshots.firms() > FIRMS_AT_ONCE;
    }

    public Operations.Begun start(Actor actor, RequestKey key, FirmSnapshots.Take command) {
        return start(actor, command.name(), progress -> snapshots.take(actor, key, command, progress));
    }

    /// What stands against a file before it is read, for whoever can still change it.
    public Optional<Refusal> objection(Actor actor, FileSnapshot file) {
        return wrong(file).or(() -> snapshots.objection(actor, file.name(), 1));
    }

    /// What no later moment mends.
    private Optional<Refusal> wrong(FileSnapshot file) {
        int max = FirmSnapshots.FILE_NAME_LENGTH_MAX;
        if (file.fileName().isBlank() || file.fileName().length() > max) {
            return Optional.of(Refusal.of(PolicyRefusal.FILE_NAME_WRONG, "max", max));
        }
        var today = clock.today();
        return file.day().isBefore(DAY_MIN) || file.day().isAfter(today)
                ? Optional.of(dayWrong(today))
                : Optional.empty();
    }

    public static Refusal dayWrong(LocalDate today) {
        return new Refusal(PolicyRefusal.SNAPSHOT_DAY_WRONG, Map.of("from", DAY_MIN, "to", today));
    }

    /// The same request again leads to the snapshot that it made.
    ///
    /// @param content is deleted when it was read, and when it is not read at all
    public Operations.Begun start(Actor actor, RequestKey key, FileSnapshot file, Path content) {
        boolean isTaken = false;
        try {
            wrong(file).ifPresent(refusal -> {
                throw new RefusedException(refusal);
            });
            var begun = start(actor, file.name(), progress -> {
                try {
                    return snapshots.keep(actor, key, file, read(content, progress));
                } finally {
                    delete(content);
                }
            });
            isTaken = begun.isNew();
            return begun;
        } finally {
            if (!isTaken) {
                delete(content);
            }
        }
    }

    private interface Work {
        FirmSnapshotOutcome run(Progress progress);
    }

    private Operations.Begun start(Actor actor, String name, Work work) {
        var start = new StartOperation(
                actor,
                "policy-snapshot:" + name,
                new StartOperation.Title("policy.snapshot.operation", "policy.snapshot.operation.what"),
                STAGES,
                true);
        return operations.start(start, progress -> switch (work.run(progress)) {
            case FirmSnapshotOutcome.Done(var id) -> new OperationResult.Page("/policy-workbench?snapshot=" + id);
            case FirmSnapshotOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        });
    }

    private Snapshot read(Path content, Progress progress) {
        progress.stage(0);
        try (var in = Files.newInputStream(content)) {
            var read = CsvFirms.read(in, snapshots.typesOfFiles(), FirmSnapshots.FIRMS_MAX, progress::done);
            progress.stage(1);
            return read;
        } catch (FirmFileRefused refused) {
            throw new RefusedException(refusal(refused));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Refusal refusal(FirmFileRefused refused) {
        return switch (refused.fault()) {
            case EMPTY -> Refusal.of(PolicyRefusal.FIRM_FILE_EMPTY);
            case UNREADABLE -> Refusal.of(PolicyRefusal.FIRM_FILE_UNREADABLE, "why", shortened(refused.found()));
            case COLUMN_TWICE -> Refusal.of(PolicyRefusal.FIRM_FILE_COLUMN_TWICE, "column", shortened(refused.found()));
            case NO_FACT -> Refusal.of(PolicyRefusal.FIRM_FILE_NO_FACT, "found", shortened(refused.found()));
            case TOO_MANY_CELLS ->
                new Refusal(
                        PolicyRefusal.FIRM_FILE_CELLS,
                        Map.of("line", refused.line(), "cells", refused.found(), "head", refused.expected()));
            case VALUE_WRONG -> new Refusal(code(refused), valueFacts(refused));
            case TOO_MANY_FIRMS -> Refusal.of(PolicyRefusal.FIRM_FILE_FIRMS, "max", FirmSnapshots.FIRMS_MAX);
        };
    }

    private static PolicyRefusal code(FirmFileRefused refused) {
        return switch (FactType.ofFeel(refused.expected()).orElseThrow()) {
            case NUMBER -> PolicyRefusal.FIRM_FILE_NUMBER;
            case DATE -> PolicyRefusal.FIRM_FILE_DATE;
            case BOOLEAN -> PolicyRefusal.FIRM_FILE_YES_OR_NO;
            case TEXT -> PolicyRefusal.FIRM_FILE_TEXT;
        };
    }

    private static Map<String, Object> valueFacts(FirmFileRefused refused) {
        var column = String.valueOf(refused.column());
        return Map.of("line", refused.line(), "column", column, "value", shortened(refused.found()));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
    }

    private static void delete(Path content) {
        try {
            Files.deleteIfExists(content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
