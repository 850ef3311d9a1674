// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.util.ArrayList;
import java.util.List;

final class CommandLine {

    private CommandLine() {}

    static List<String> of(List<String> prefix, String... words) {
        var line = new ArrayList<>(prefix);
        line.addAll(List.of(words));
        return line;
    }
}
