// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import java.util.Map;

/// One reason why a job waits, or one thing that would help: a stable code and its facts by name.
public record WaitReason(String code, Map<String, Object> facts) {

    public WaitReason {
        facts = Map.copyOf(facts);
    }
}
