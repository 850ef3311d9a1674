// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Reads what a program printed as UTF-8, whatever it is.
public final class Utf8 {
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;
    private static final int BYTES_MAX = 4;

    private Utf8() {}

    /// How many bytes from the start hold whole characters; bytes that are no UTF-8 count as whole.
    public static int wholeCharacters(byte[] bytes) {
        int lead = bytes.length - 1;
        while (lead >= 0 && bytes.length - lead < BYTES_MAX && (bytes[lead] & CONTINUATION_MASK) == CONTINUATION) {
            lead--;
        }
        return lead >= 0 && lead + length(bytes[lead]) > bytes.length ? lead : bytes.length;
    }

    /// The text of the first bytes. Each byte that is no UTF-8, and each NUL (which databases refuse), becomes a
    /// question
    /// mark, so that the text is as long in UTF-8 as the bytes are: places in it can be counted in bytes.
    public static String text(byte[] bytes, int count) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes, 0, count);
        var out = CharBuffer.allocate(count);
        for (var result = decoder.decode(in, out, true); result.isError(); result = decoder.decode(in, out, true)) {
            for (int i = 0; i < result.length(); i++) {
                in.get();
                out.put('?');
            }
        }
        return out.flip().toString().replace('\0', '?');
    }

    private static int length(byte lead) {
        int ones = Integer.numberOfLeadingZeros(~(lead << 24));
        return ones >= 2 && ones <= BYTES_MAX ? ones : 1;
    }
}
