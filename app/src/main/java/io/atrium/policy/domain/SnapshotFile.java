// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.column.file.ColumnFile;
import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.kernel.OrgId;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Frozen facts as bytes (快照文件), packed: the firms, then their columns ([ColumnFile]). Every digit comes back.
public final class SnapshotFile {

    private static final int FORMAT = 2;

    /// Firm by firm, as the first snapshots were written; they are never changed, so they are still read.
    private static final int FORMAT_BY_FIRM = 1;

    private static final int PACKED_AT_ONCE = 1 << 16;

    private SnapshotFile() {}

    public static byte[] write(FrozenFirms frozen) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new BufferedOutputStream(new Packed(bytes), PACKED_AT_ONCE))) {
            out.writeInt(FORMAT);
            out.writeInt(frozen.firms().size());
            for (var firm : frozen.firms()) {
                out.writeUTF(firm.value());
            }
            ColumnFile.write(frozen.facts(), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// Packed in a third of the time, to little more.
    private static final class Packed extends GZIPOutputStream {
        Packed(ByteArrayOutputStream out) throws IOException {
            super(out, PACKED_AT_ONCE);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    public static FrozenFirms read(byte[] bytes) {
        try (var in = new DataInputStream(new BufferedInputStream(
                new GZIPInputStream(new ByteArrayInputStream(bytes), PACKED_AT_ONCE), PACKED_AT_ONCE))) {
            int format = in.readInt();
            return switch (format) {
                case FORMAT -> byColumn(in);
                case FORMAT_BY_FIRM -> byFirm(in);
                default -> throw new IllegalStateException("snapshot of an unknown format " + format);
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static FrozenFirms byColumn(DataInputStream in) throws IOException {
        var firms = new ArrayList<OrgId>();
        for (int left = in.readInt(); left > 0; left--) {
            firms.add(new OrgId(in.readUTF()));
        }
        return new FrozenFirms(firms, ColumnFile.read(in));
    }

    private static FrozenFirms byFirm(DataInputStream in) throws IOException {
        var types = new LinkedHashMap<String, FactType>();
        for (int left = in.readInt(); left > 0; left--) {
            types.put(in.readUTF(), FactType.valueOf(in.readUTF()));
        }
        return firms(types, in);
    }

    private static FrozenFirms firms(Map<String, FactType> types, DataInputStream in) throws IOException {
        var builder = new SnapshotBuilder(types);
        var firms = new ArrayList<OrgId>();
        for (int left = in.readInt(); left > 0; left--) {
            firms.add(new OrgId(in.readUTF()));
            builder.add(FactSet.of(List.of()));
            for (var type : types.entrySet()) {
                if (in.readBoolean()) {
                    builder.put(type.getKey(), value(type.getValue(), in));
                }
            }
        }
        return new FrozenFirms(firms, builder.freeze());
    }

    private static FactValue value(FactType type, DataInputStream in) throws IOException {
        return switch (type) {
            case BOOLEAN -> new FactValue.Truth(in.readBoolean());
            case NUMBER -> new FactValue.Quantity(new BigDecimal(in.readUTF()));
            case DATE -> new FactValue.Day(LocalDate.ofEpochDay(in.readLong()));
            case TEXT -> new FactValue.Text(in.readUTF());
        };
    }
}
