// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.file;

import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Column;
import io.atrium.engine.decision.column.snapshot.DayColumn;
import io.atrium.engine.decision.column.snapshot.Dictionary;
import io.atrium.engine.decision.column.snapshot.NumberColumn;
import io.atrium.engine.decision.column.snapshot.Rows;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.column.snapshot.TextColumn;
import io.atrium.engine.decision.column.snapshot.TruthColumn;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// A snapshot as bytes (列式快照): rows, then column by column its key, type, which rows are known, and the values
/// one after the other as the column holds them. A city comes back as fast as it is unpacked, every digit of it.
public final class ColumnFile {

    private static final int COLUMNS_MAX = 10_000;
    private static final int TEXTS_MAX = 16_777_216;

    private ColumnFile() {}

    public static void write(Snapshot snapshot, DataOutputStream out) throws IOException {
        out.writeInt(snapshot.rows());
        out.writeInt(snapshot.columns().size());
        for (var entry : snapshot.columns().entrySet()) {
            var column = entry.getValue();
            out.writeUTF(entry.getKey());
            out.writeUTF(column.type().name());
            writeLongs(column.present(), out);
            switch (column) {
                case TruthColumn truths -> writeLongs(truths.yes(), out);
                case DayColumn days -> writeDays(days, snapshot.rows(), out);
                case TextColumn texts -> writeTexts(texts, snapshot.rows(), out);
                case NumberColumn numbers -> writeNumbers(numbers, snapshot.rows(), out);
            }
        }
    }

    public static Snapshot read(DataInputStream in) throws IOException {
        int rows = within(in.readInt(), SnapshotBuilder.ROWS_MAX);
        var columns = new TreeMap<String, Column>();
        for (int left = within(in.readInt(), COLUMNS_MAX); left > 0; left--) {
            var key = in.readUTF();
            var type = FactType.valueOf(in.readUTF());
            var present = readLongs(Bits.words(rows), in);
            columns.put(
                    key,
                    switch (type) {
                        case BOOLEAN -> TruthColumn.of(readLongs(Bits.words(rows), in), present);
                        case DATE -> DayColumn.of(readInts(rows, in), present);
                        case TEXT -> readTexts(rows, in);
                        case NUMBER -> readNumbers(rows, present, in);
                    });
        }
        return Snapshot.of(rows, columns);
    }

    private static void writeDays(DayColumn days, int rows, DataOutputStream out) throws IOException {
        writeRows(rows, Integer.BYTES, days::read, out);
    }

    private static void writeTexts(TextColumn texts, int rows, DataOutputStream out) throws IOException {
        var dictionary = texts.dictionary();
        out.writeInt(dictionary.size());
        for (int code = 1; code <= dictionary.size(); code++) {
            out.writeUTF(dictionary.text(code));
        }
        writeRows(rows, codeBytes(dictionary.size()), texts::read, out);
    }

    private static TextColumn readTexts(int rows, DataInputStream in) throws IOException {
        int size = within(in.readInt(), TEXTS_MAX);
        var texts = new ArrayList<String>();
        for (int left = size; left > 0; left--) {
            texts.add(in.readUTF());
        }
        var codes = codeBytes(size) == 1 ? readBytes(rows, in) : readInts(rows, in);
        for (int code : codes) {
            within(code, size);
        }
        return TextColumn.of(new Dictionary(texts), codes);
    }

    private static int codeBytes(int texts) {
        return texts < 256 ? 1 : Integer.BYTES;
    }

    private static void writeNumbers(NumberColumn numbers, int rows, DataOutputStream out) throws IOException {
        boolean isNarrow = numbers.min() >= Integer.MIN_VALUE && numbers.max() <= Integer.MAX_VALUE;
        out.writeInt(numbers.scale());
        out.writeBoolean(isNarrow);
        writeRows(rows, isNarrow ? Integer.BYTES : Long.BYTES, numbers::read, out);
        var beyond = numbers.beyond();
        out.writeInt(beyond == null ? 0 : Bits.count(beyond));
        for (int row = 0; beyond != null && row < rows; row++) {
            if (Bits.get(beyond, row) && numbers.valueAt(row).orElseThrow() instanceof FactValue.Quantity(var exact)) {
                out.writeInt(row);
                out.writeUTF(exact.toString());
            }
        }
    }

    private static NumberColumn readNumbers(int rows, long[] present, DataInputStream in) throws IOException {
        int scale = in.readInt();
        boolean isNarrow = in.readBoolean();
        var values = isNarrow ? readNarrow(rows, in) : readLongs(rows, in);
        Map<Integer, BigDecimal> aside = new HashMap<>();
        for (int left = within(in.readInt(), rows); left > 0; left--) {
            aside.put(within(in.readInt(), rows - 1), new BigDecimal(in.readUTF()));
        }
        return NumberColumn.of(scale, values, present, aside);
    }

    /// How a column hands over the values of a run of rows.
    private interface Reader {
        void read(Rows rows, long[] out);
    }

    private static void writeRows(int rows, int bytesEach, Reader column, DataOutputStream out) throws IOException {
        var values = new long[Rows.MAX];
        var bytes = ByteBuffer.allocate(Rows.MAX * bytesEach);
        for (int base = 0; base < rows; base += Rows.MAX) {
            int count = Math.min(Rows.MAX, rows - base);
            column.read(Rows.run(base, count), values);
            bytes.clear();
            for (int i = 0; i < count; i++) {
                switch (bytesEach) {
                    case 1 -> bytes.put((byte) values[i]);
                    case Integer.BYTES -> bytes.putInt((int) values[i]);
                    default -> bytes.putLong(values[i]);
                }
            }
            out.write(bytes.array(), 0, bytes.position());
        }
    }

    private static void writeLongs(long[] values, DataOutputStream out) throws IOException {
        var bytes = ByteBuffer.allocate(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        out.write(bytes.array());
    }

    private static long[] readLongs(int count, DataInputStream in) throws IOException {
        var values = new long[count];
        read(count, Long.BYTES, in, (at, part) -> part.asLongBuffer().get(values, at, part.remaining() / Long.BYTES));
        return values;
    }

    private static int[] readInts(int count, DataInputStream in) throws IOException {
        var values = new int[count];
        read(
                count,
                Integer.BYTES,
                in,
                (at, part) -> part.asIntBuffer().get(values, at, part.remaining() / Integer.BYTES));
        return values;
    }

    private static long[] readNarrow(int count, DataInputStream in) throws IOException {
        var values = new long[count];
        read(count, Integer.BYTES, in, (at, part) -> {
            for (int i = at; part.hasRemaining(); i++) {
                values[i] = part.getInt();
            }
        });
        return values;
    }

    private static int[] readBytes(int count, DataInputStream in) throws IOException {
        var values = new int[count];
        read(count, 1, in, (at, part) -> {
            for (int i = at; part.hasRemaining(); i++) {
                values[i] = part.get() & 0xFF;
            }
        });
        return values;
    }

    private interface Part {
        void take(int at, ByteBuffer part);
    }

    /// In parts, so that a file cut short costs no memory for what it promised.
    private static void read(int count, int bytesEach, DataInputStream in, Part taker) throws IOException {
        var bytes = new byte[Rows.MAX * bytesEach];
        for (int at = 0; at < count; at += Rows.MAX) {
            int length = Math.min(Rows.MAX, count - at) * bytesEach;
            in.readFully(bytes, 0, length);
            taker.take(at, ByteBuffer.wrap(bytes, 0, length));
        }
    }

    private static int within(int number, int max) throws IOException {
        if (number < 0 || number > max) {
            throw new InvalidObjectException(number + " is not within 0 and " + max);
        }
        return number;
    }
}
