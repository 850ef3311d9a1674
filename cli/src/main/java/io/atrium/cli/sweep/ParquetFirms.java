// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.sweep;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import io.atrium.cli.CommandFailed;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Firms of an Apache Parquet file: a flat column per fact, null for what is not known; other columns are not read.
///
/// A floating point number counts as the shortest decimal that stands for it, so that 12.3 is 12.3.
final class ParquetFirms {

    /// Kept, for a level that is set on a forgotten logger is forgotten with it: standard error is for messages of
    /// ours.
    private static final Logger READER = Logger.getLogger("dev.hardwood");

    static {
        READER.setLevel(Level.WARNING);
    }

    private final Path file;
    private final Map<String, FactType> types;

    private ParquetFirms(Path file, Map<String, FactType> types) {
        this.file = file;
        this.types = types;
    }

    static Snapshot read(Path file, Map<String, FactType> types) throws IOException, CommandFailed {
        return new ParquetFirms(file, types).read();
    }

    private record FactColumn(String key, FactType type, int index) {}

    private Snapshot read() throws IOException, CommandFailed {
        try (var parquet = ParquetFileReader.open(InputFile.of(file))) {
            if (parquet.getFileMetaData().numRows() > SnapshotBuilder.ROWS_MAX) {
                throw FirmFile.refused(file, "it has more than " + SnapshotBuilder.ROWS_MAX + " rows");
            }
            var keys = factKeys(parquet.getFileSchema().getColumns());
            try (var rows = parquet.buildRowReader()
                    .projection(ColumnProjection.columns(keys.toArray(String[]::new)))
                    .build()) {
                return read(rows);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | UnsupportedOperationException broken) {
            throw FirmFile.refused(file, "it is no Parquet that can be read here: " + broken.getMessage());
        }
    }

    /// The facts among the columns. A list or a structure has a longer path than its name and is no fact.
    private List<String> factKeys(List<ColumnSchema> columns) throws CommandFailed {
        var keys = columns.stream()
                .filter(column -> column.maxRepetitionLevel() == 0 && column.maxDefinitionLevel() <= 1)
                .map(ColumnSchema::name)
                .filter(types::containsKey)
                .toList();
        if (keys.isEmpty()) {
            throw FirmFile.refused(file, "its columns are none of the facts " + new ArrayList<>(types.keySet()));
        }
        return keys;
    }

    private Snapshot read(RowReader rows) throws CommandFailed {
        var columns = columns(rows);
        var firms = new SnapshotBuilder(types);
        for (long row = 1; rows.hasNext(); row++) {
            rows.next();
            firms.add(FactSet.of(List.of()));
            for (var column : columns) {
                if (!rows.isNull(column.index())) {
                    firms.put(column.key(), value(rows.getValue(column.index()), column, row));
                }
            }
        }
        return firms.freeze();
    }

    private List<FactColumn> columns(RowReader rows) {
        var columns = new ArrayList<FactColumn>();
        for (int index = 0; index < rows.getFieldCount(); index++) {
            var key = rows.getFieldName(index);
            var type = types.get(key);
            if (type != null) {
                columns.add(new FactColumn(key, type, index));
            }
        }
        return columns;
    }

    private FactValue value(Object raw, FactColumn column, long row) throws CommandFailed {
        return fact(raw, column.type())
                .orElseThrow(() -> FirmFile.refused(
                        file,
                        "row " + row + ", column " + column.key() + ": '" + raw + "' is no "
                                + column.type().feelName()));
    }

    private static Optional<FactValue> fact(Object raw, FactType type) {
        return switch (raw) {
            case Boolean truth when type == FactType.BOOLEAN -> Optional.of(new FactValue.Truth(truth));
            case LocalDate day when type == FactType.DATE -> Optional.of(new FactValue.Day(day));
            case BigDecimal number when type == FactType.NUMBER -> Optional.of(new FactValue.Quantity(number));
            case Long number when type == FactType.NUMBER -> quantity(BigDecimal.valueOf(number));
            case Integer number when type == FactType.NUMBER -> quantity(BigDecimal.valueOf(number));
            case Double number
            when type == FactType.NUMBER && Double.isFinite(number) -> quantity(BigDecimal.valueOf(number));
            case Float number
            when type == FactType.NUMBER && Float.isFinite(number) -> quantity(new BigDecimal(number.toString()));
            case String text -> type.parse(text.strip());
            default -> Optional.empty();
        };
    }

    private static Optional<FactValue> quantity(BigDecimal number) {
        return Optional.of(new FactValue.Quantity(number));
    }
}
