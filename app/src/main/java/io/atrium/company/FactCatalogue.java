// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The reviewed list of facts that a company file can hold (事实目录), read from `facts/fact-catalogue.yaml`. Its code
/// lists
/// and limits of staleness may be replaced while it is used.
public final class FactCatalogue {
    private static final String RESOURCE = "/facts/fact-catalogue.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // an absent flag is false
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<Group> groups;
    private volatile Map<String, FactDefinition> definitions;
    private volatile StageBounds stageBounds = StageBounds.ASSUMED;

    /// A heading under which facts are shown together.
    public record Group(String key, String zh, String en) {}

    private record Root(List<Group> groups, List<FactDefinition> facts) {}

    private FactCatalogue(Root root) {
        groups = List.copyOf(root.groups);
        var known = new HashSet<>(groups.stream().map(Group::key).toList());
        var read = new LinkedHashMap<String, FactDefinition>();
        for (var fact : root.facts) {
            if (read.put(fact.key(), fact) != null || !known.contains(fact.group())) {
                throw new IllegalStateException("doubled fact or unknown group in " + RESOURCE + ": " + fact.key());
            }
        }
        definitions = read;
    }

    public static FactCatalogue read() {
        try (var in = Objects.requireNonNull(FactCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new FactCatalogue(YAML.readValue(in, Root.class));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    public List<Group> groups() {
        return groups;
    }

    /// All definitions, in the order of the file.
    public List<FactDefinition> definitions() {
        return List.copyOf(definitions.values());
    }

    /// How the day of registration is read as a stage.
    public StageBounds stageBounds() {
        return stageBounds;
    }

    public void useStageBounds(StageBounds bounds) {
        stageBounds = bounds;
    }

    /// From now on the fact has these values.
    public void useValues(String key, List<FactDefinition.Value> values) {
        use(key, fact -> fact.withValues(values));
    }

    /// From now on the fact is stale after this time.
    public void useStaleAfter(String key, @Nullable Period age) {
        use(key, fact -> fact.withStaleAfter(age));
    }

    private synchronized void use(String key, UnaryOperator<FactDefinition> change) {
        var changed = new LinkedHashMap<>(definitions);
        changed.computeIfPresent(key, (_, fact) -> change.apply(fact));
        definitions = changed;
    }

    /// These facts and the quotients that are made of them.
    public Set<String> withQuotients(Set<String> keys) {
        var all = new HashSet<>(keys);
        definitions.values().stream()
                .filter(fact -> fact.isMadeOf(keys))
                .map(FactDefinition::key)
                .forEach(all::add);
        return all;
    }

    public Optional<FactDefinition> find(String key) {
        return Optional.ofNullable(definitions.get(key));
    }
}
