// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

import java.util.Map;

/// A refusal as data: a stable code and the facts behind it. The page, the API and the command line phrase it.
public record Refusal(RefusalCode code, Map<String, Object> facts) {

    public Refusal {
        facts = Map.copyOf(facts);
    }

    public static Refusal of(RefusalCode code) {
        return new Refusal(code, Map.of());
    }

    public static Refusal of(RefusalCode code, String fact, Object value) {
        return new Refusal(code, Map.of(fact, value));
    }
}
