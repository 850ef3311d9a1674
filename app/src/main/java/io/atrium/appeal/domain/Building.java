// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The building that a place as people write it lies in (楼宇): `B 座 5 层 502` and `b座502` are both in `B座`. A place
/// without a known word for a building counts by what stands before its first separator.
public final class Building {

    private static final Pattern NAMED =
            Pattern.compile("^(?:[^/,，、;；]{1,30}?(?:号楼|[座栋幢]|大厦)|BUILDING[A-Z0-9]{1,4}(?![A-Z0-9]))");
    private static final Pattern SEPARATOR = Pattern.compile("[/,，、;；]");

    private Building() {}

    /// Empty for an empty place.
    public static String of(String place) {
        var text = Normalizer.normalize(place, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toUpperCase(Locale.ROOT);
        var named = NAMED.matcher(text);
        return named.find() ? named.group() : SEPARATOR.split(text, 2)[0];
    }
}
