// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

/// The name of an organisation as strangers see it (脱敏名称): enough to compare with the sheet in hand, too little to
/// find out who it is. The mask has one length, so it does not tell how long the name is.
final class MaskedName {

    private static final String MASK = "***";
    private static final int LONG = 8;
    private static final int HEAD = 2;
    private static final int TAIL = 4;

    private MaskedName() {}

    static String of(String name) {
        var points = name.codePoints().toArray();
        if (points.length >= LONG) {
            return part(points, 0, HEAD) + MASK + part(points, points.length - TAIL, TAIL);
        }
        return part(points, 0, Math.min(1, points.length)) + MASK;
    }

    private static String part(int[] points, int from, int count) {
        return new String(points, from, count);
    }
}
