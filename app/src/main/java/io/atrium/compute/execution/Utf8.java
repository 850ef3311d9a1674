// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

/// Finds where characters end in UTF-8.
final class Utf8 {
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;
    private static final int BYTES_MAX = 4;

    private Utf8() {}

    /// How many bytes from the start hold whole characters; bytes that are no UTF-8 count as whole.
    static int wholeCharacters(byte[] bytes) {
        int lead = bytes.length - 1;
        while (lead >= 0 && bytes.length - lead < BYTES_MAX && (bytes[lead] & CONTINUATION_MASK) == CONTINUATION) {
            lead--;
        }
        return lead >= 0 && lead + length(bytes[lead]) > bytes.length ? lead : bytes.length;
    }

    private static int length(byte lead) {
        int ones = Integer.numberOfLeadingZeros(~(lead << 24));
        return ones >= 2 && ones <= BYTES_MAX ? ones : 1;
    }
}
