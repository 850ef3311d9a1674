// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Options of a command line, each `--name value`.
final class Arguments {
    private final Map<String, String> values = new HashMap<>();

    Arguments(String[] arguments, Set<String> known) throws UsageProblem {
        for (int i = 0; i < arguments.length; i += 2) {
            if (!known.contains(arguments[i])) {
                throw new UsageProblem("unknown option " + arguments[i] + "; known: "
                        + known.stream().sorted().toList());
            }
            if (i + 1 == arguments.length) {
                throw new UsageProblem(arguments[i] + " needs a value");
            }
            values.put(arguments[i], arguments[i + 1]);
        }
    }

    String required(String name) throws UsageProblem {
        var value = values.get(name);
        if (value == null) {
            throw new UsageProblem(name + " is missing");
        }
        return value;
    }

    long number(String name, long otherwise) throws UsageProblem {
        @Nullable String value = values.get(name);
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException _) {
            throw new UsageProblem(name + " takes a whole number, not " + value);
        }
    }

    /// The caller's mistake, told in one line.
    static final class UsageProblem extends Exception {
        private static final long serialVersionUID = 1L;

        UsageProblem(String message) {
            super(message);
        }
    }
}
