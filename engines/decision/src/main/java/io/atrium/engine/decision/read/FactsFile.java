// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.read;

import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the facts of one firm from a file `{"facts": {"employees": 80, …}}` (JSON is YAML too).
public final class FactsFile {

    private FactsFile() {}

    public static Optional<FactSet> read(String name, String text, Map<String, FactType> types, Problems problems) {
        return new YamlFile(name, problems).read(text).map(root -> {
            root.allowOnly("facts");
            return FactsReader.forFirm(types).read(FactSet.of(List.of()), root.get("facts"));
        });
    }
}
