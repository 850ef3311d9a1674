// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.sweep;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.engine.decision.column.file.CsvFirms;
import io.atrium.engine.decision.column.file.FirmFileRefused;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.fact.FactType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A file of firms (企业数据文件), CSV (also .gz) or Apache Parquet by its ending: a column per fact, named by its key.
final class FirmFile {

    private FirmFile() {}

    static Snapshot read(Path file, Map<String, FactType> types) throws IOException, CommandFailed {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed(
                    ExitStatus.NOT_FOUND, "FIRMS_NOT_FOUND", "Nothing to read at " + file + ".", "Give another path.");
        }
        return file.toString().endsWith(".parquet") ? ParquetFirms.read(file, types) : csv(file, types);
    }

    private static Snapshot csv(Path file, Map<String, FactType> types) throws IOException, CommandFailed {
        try (var in = Files.newInputStream(file)) {
            return CsvFirms.read(in, types, SnapshotBuilder.ROWS_MAX, _ -> {});
        } catch (FirmFileRefused refused) {
            throw refused(file, refused.sentence());
        }
    }

    static CommandFailed refused(Path file, String why) {
        return new CommandFailed(
                ExitStatus.REFUSED, "FIRMS_REFUSED", file + " is not read: " + why + ".", "Mend the file.");
    }
}
