// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.kernel.OrgId;
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
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The facts of many firms as bytes (快照文件): a head with the keys and their types, then firm by firm what is known.
/// Numbers are kept as text, so that every digit comes back.
public final class SnapshotFile {

    private static final int FORMAT = 1;

    private SnapshotFile() {}

    /// @param types the facts to keep; a fact of another type counts as not known
    /// @param firms in the order of the rows
    public static byte[] write(SortedMap<String, FactType> types, Map<OrgId, FactSet> firms) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(FORMAT);
            out.writeInt(types.size());
            for (var type : types.entrySet()) {
                out.writeUTF(type.getKey());
                out.writeUTF(type.getValue().name());
            }
            out.writeInt(firms.size());
            for (var firm : firms.entrySet()) {
                out.writeUTF(firm.getKey().value());
                write(types, firm.getValue(), out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(SortedMap<String, FactType> types, FactSet facts, DataOutputStream out)
            throws IOException {
        for (var type : types.entrySet()) {
            var known = facts.find(type.getKey())
                    .map(Fact::value)
                    .filter(value -> value.type() == type.getValue())
                    .orElse(null);
            out.writeBoolean(known != null);
            switch (known) {
                case null -> {}
                case FactValue.Truth(var truth) -> out.writeBoolean(truth);
                case FactValue.Quantity(var number) -> out.writeUTF(number.toString());
                case FactValue.Day(var day) -> out.writeLong(day.toEpochDay());
                case FactValue.Text(var text) -> out.writeUTF(text);
            }
        }
    }

    public static FrozenFirms read(byte[] bytes) {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            int format = in.readInt();
            if (format != FORMAT) {
                throw new IllegalStateException("snapshot of an unknown format " + format);
            }
            var types = new LinkedHashMap<String, FactType>();
            for (int left = in.readInt(); left > 0; left--) {
                types.put(in.readUTF(), FactType.valueOf(in.readUTF()));
            }
            return firms(types, in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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
