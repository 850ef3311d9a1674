// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.engine.decision.fact.FactType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The facts of the catalogue with the types that a model gives them; lists are not among what clauses ask for.
final class ModelTypes {

    private ModelTypes() {}

    static Map<String, FactType> of(FactCatalogue catalogue) {
        var types = new LinkedHashMap<String, FactType>();
        catalogue.definitions().forEach(fact -> type(fact).ifPresent(type -> types.put(fact.key(), type)));
        types.put("as_of", FactType.DATE);
        return types;
    }

    private static Optional<FactType> type(FactDefinition fact) {
        return switch (fact.type()) {
            case TEXT -> Optional.of(FactType.TEXT);
            case NUMBER, MONEY -> Optional.of(FactType.NUMBER);
            case BOOLEAN -> Optional.of(FactType.BOOLEAN);
            case DATE -> Optional.of(FactType.DATE);
            case LIST -> Optional.empty();
        };
    }
}
