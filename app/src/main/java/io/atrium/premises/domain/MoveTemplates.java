// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.domain;

import io.atrium.premises.MoveKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The templates that ship, from `policies/premises`: for each kind all versions from the first on. A malformed file is
/// a
/// bug of the release and throws.
public final class MoveTemplates {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Map<MoveKind, List<MoveTemplate>> versions = new EnumMap<>(MoveKind.class);

    private MoveTemplates() {}

    public static MoveTemplates shipped() {
        var all = new MoveTemplates();
        for (var kind : MoveKind.values()) {
            all.versions.put(kind, read(kind));
        }
        return all;
    }

    /// The one that counts for what starts now.
    public MoveTemplate latest(MoveKind kind) {
        return of(kind).getLast();
    }

    public MoveTemplate find(MoveKind kind, int version) {
        return of(kind).get(version - 1);
    }

    private List<MoveTemplate> of(MoveKind kind) {
        return Objects.requireNonNull(versions.get(kind));
    }

    private static List<MoveTemplate> read(MoveKind kind) {
        var found = new ArrayList<MoveTemplate>();
        for (int version = 1; ; version++) {
            var path =
                    "/policies/premises/move-%s-%d.yaml".formatted(kind.name().toLowerCase(Locale.ROOT), version);
            try (var in = MoveTemplates.class.getResourceAsStream(path)) {
                if (in == null) {
                    return List.copyOf(found);
                }
                found.add(YAML.readValue(in, MoveTemplate.class));
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        }
    }
}
