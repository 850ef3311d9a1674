// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.snapshot;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Texts as codes of a dictionary (编码文本), one byte each up to 255 distinct texts, else four.
public final class TextColumn implements Column {

    private static final int BYTE_CODES_MAX = 255;

    private final Dictionary dictionary;
    private final byte @Nullable [] bytes;
    private final int @Nullable [] ints;
    private final long[] present;

    private TextColumn(Dictionary dictionary, int[] codes) {
        this.dictionary = dictionary;
        this.present = new long[Bits.words(codes.length)];
        var isNarrow = dictionary.size() <= BYTE_CODES_MAX;
        this.ints = isNarrow ? null : codes;
        this.bytes = isNarrow ? new byte[codes.length] : null;
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] != 0) {
                Bits.set(present, row);
            }
            if (bytes != null) {
                bytes[row] = (byte) codes[row];
            }
        }
    }

    /// @param codes 0 where the text is not known
    public static TextColumn of(Dictionary dictionary, int[] codes) {
        return new TextColumn(dictionary, codes);
    }

    public Dictionary dictionary() {
        return dictionary;
    }

    public int codeAt(int row) {
        return bytes != null ? bytes[row] & 0xFF : Objects.requireNonNull(ints)[row];
    }

    public void read(Rows rows, long[] out) {
        if (bytes != null && rows.picks() == null) {
            int base = rows.base();
            for (int i = 0; i < rows.count(); i++) {
                out[i] = bytes[base + i] & 0xFF;
            }
        } else {
            for (int i = 0; i < rows.count(); i++) {
                out[i] = codeAt(rows.row(i));
            }
        }
    }

    /// Tells for a run of rows whose code is marked with 1 in a table by code.
    public void marked(Rows rows, byte[] marks, long[] out) {
        for (int word = 0; word < Bits.words(rows.count()); word++) {
            int start = rows.base() + (word << 6);
            int end = Math.min(64, rows.count() - (word << 6));
            out[word] = bytes != null ? word(bytes, start, end, marks) : word(start, end, marks);
        }
    }

    private static long word(byte[] codes, int start, int end, byte[] marks) {
        long bits = 0;
        for (int i = 0; i < end; i++) {
            bits |= (long) marks[codes[start + i] & 0xFF] << i;
        }
        return bits;
    }

    private long word(int start, int end, byte[] marks) {
        long bits = 0;
        for (int i = 0; i < end; i++) {
            bits |= (long) marks[codeAt(start + i)] << i;
        }
        return bits;
    }

    @Override
    public FactType type() {
        return FactType.TEXT;
    }

    @Override
    public long[] present() {
        return present;
    }

    @Override
    public Optional<FactValue> valueAt(int row) {
        int code = codeAt(row);
        return code == 0 ? Optional.empty() : Optional.of(new FactValue.Text(dictionary.text(code)));
    }

    @Override
    public long bytes() {
        return (bytes != null ? bytes.length : 4L * Objects.requireNonNull(ints).length)
                + 8L * present.length
                + dictionary.bytes();
    }
}
