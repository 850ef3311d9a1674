// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The distinct texts of a column (字典), by code; 0 stands for "not known". Kept as UTF-8 in one array, so that a column
/// of which every firm has a text of its own costs little more than the text.
public final class Dictionary {

    private final byte[] utf8;
    private final int[] ends;

    public Dictionary(List<String> texts) {
        ends = new int[texts.size() + 1];
        var out = new java.io.ByteArrayOutputStream();
        for (int code = 1; code <= texts.size(); code++) {
            out.writeBytes(texts.get(code - 1).getBytes(StandardCharsets.UTF_8));
            ends[code] = out.size();
        }
        utf8 = out.toByteArray();
    }

    /// How many texts there are; the codes are 1 to this.
    public int size() {
        return ends.length - 1;
    }

    public String text(int code) {
        return new String(utf8, ends[code - 1], ends[code] - ends[code - 1], StandardCharsets.UTF_8);
    }

    long bytes() {
        return utf8.length + 4L * ends.length;
    }
}
