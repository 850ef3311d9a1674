// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import java.util.Set;
import java.util.regex.Pattern;

/// Proposes the name of a new version (版本号): `1` leads to `2`, `2025` to `2025-2`.
public final class NextVersion {

    private static final Pattern COUNTED = Pattern.compile("(?:(.*)-)?([0-9]{1,3})");

    private NextVersion() {}

    public static String after(String version, Set<String> taken) {
        var counted = COUNTED.matcher(version);
        var isCounted = counted.matches();
        var stem = isCounted ? counted.group(1) : version;
        int number = isCounted ? Integer.parseInt(counted.group(2)) : 1;
        String proposed;
        do {
            number++;
            proposed = stem == null ? String.valueOf(number) : stem + "-" + number;
        } while (taken.contains(proposed));
        return proposed;
    }
}
