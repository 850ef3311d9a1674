// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.column.Threshold;
import io.atrium.engine.decision.decide.CompiledPolicy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In what figures are moved, and with what the result is compared (仿真底稿).
///
/// @param draft null for a published version
/// @param thresholds what can be moved, in the order of the model
/// @param inForce null when the policy has no published version: then it is compared with itself, unmoved
public record WorkbenchBase(
        PolicyId policy,
        @Nullable PolicyDraftId draft,
        PackageText text,
        CompiledPolicy compiled,
        List<Threshold> thresholds,
        @Nullable PublishedPolicy inForce) {

    public String version() {
        return compiled.policy().header().version();
    }

    public Optional<Threshold> threshold(String name) {
        return thresholds.stream()
                .filter(threshold -> threshold.name().equals(name))
                .findFirst();
    }

    public CompiledPolicy against() {
        return inForce == null ? compiled : inForce.compiled();
    }
}
