// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.tck;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One case of a test file (测试用例).
///
/// @param service the decision service to call, or null when the decisions themselves are asked
record TckCase(String id, @Nullable String service, Map<String, @Nullable Object> inputs, List<Expected> results) {

    /// @param value null also where an error is expected: in DMN an error makes null
    record Expected(String decision, @Nullable Object value) {}
}
