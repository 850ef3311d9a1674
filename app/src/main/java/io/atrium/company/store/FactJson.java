// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A fact's value as JSON and back; the catalogue knows which Java type it was.
final class FactJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private final FactCatalogue catalogue;

    FactJson(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    static JSONB write(Object value) {
        return JSONB.valueOf(JSON.writeValueAsString(value instanceof LocalDate day ? day.toString() : value));
    }

    /// A fact that left the catalogue is read as text, so that old files stay readable.
    Object read(String key, JSONB value) {
        var type = catalogue.find(key).map(fact -> fact.type()).orElse(FactType.TEXT);
        return switch (type) {
            case TEXT -> JSON.readTree(value.data()).asString();
            case NUMBER, MONEY -> JSON.readValue(value.data(), BigDecimal.class);
            case BOOLEAN -> JSON.readValue(value.data(), Boolean.class);
            case DATE -> LocalDate.parse(JSON.readValue(value.data(), String.class));
            case LIST -> JSON.readValue(value.data(), STRINGS);
        };
    }
}
