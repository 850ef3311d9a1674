// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.domain;

import io.atrium.appeal.AppealKind;
import io.atrium.appeal.ClockKind;
import io.atrium.appeal.domain.RuleBook.Category;
import io.atrium.appeal.domain.RuleBook.KindRules;
import io.atrium.appeal.domain.RuleBook.Limit;
import io.atrium.appeal.domain.RuleBook.Source;
import io.atrium.web.text.Bilingual;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The books that ship, from `policies/appeal`: a profile for each place whose limits are known, the statute that holds
/// everywhere, and the categories. A malformed file is a bug of the release and throws.
public final class RuleBookFiles {

    /// In the order in which they are offered.
    public static final List<String> PROFILES =
            List.of("shanghai", "provincial", "beijing", "shenzhen", "zhuhai", "jiangmen", "zaozhuang");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private RuleBookFiles() {}

    /// The book of one place.
    public static RuleBook read(String profile) {
        var own = file(profile, ProfileFile.class);
        var statute = file("statute", StatuteFile.class);
        var sources = new HashMap<>(own.sources());
        sources.putAll(statute.sources());
        var kinds = new HashMap<>(own.kinds());
        kinds.putAll(statute.kinds());
        return new RuleBook(
                own.profile(),
                own.title(),
                sources,
                own.limits(),
                kinds,
                own.urgencies(),
                own.returnWithin(),
                own.circulateAfter(),
                own.reopenWithin(),
                own.extension(),
                file("categories", CategoriesFile.class).categories());
    }

    private static <T> T file(String name, Class<T> type) {
        var path = "/policies/appeal/" + name + ".yaml";
        try (var in = Objects.requireNonNull(RuleBookFiles.class.getResourceAsStream(path), path)) {
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private record ProfileFile(
            String profile,
            Bilingual title,
            Map<String, Source> sources,
            Map<ClockKind, Limit> limits,
            Map<AppealKind, KindRules> kinds,
            Map<io.atrium.appeal.Urgency, Map<ClockKind, Limit>> urgencies,
            Limit returnWithin,
            Limit circulateAfter,
            Limit reopenWithin,
            @Nullable Limit extension) {}

    private record StatuteFile(Map<String, Source> sources, Map<AppealKind, KindRules> kinds) {}

    private record CategoriesFile(List<Category> categories) {}
}
