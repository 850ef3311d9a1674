// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// All words of all modules (文案): every `messages/<module>/messages_<lang>.properties` on the class path, in UTF-8.
///
/// A key that stands in two files is a mistake and stops the start. An apostrophe is just an apostrophe: it is doubled
/// here for [java.text.MessageFormat], so nobody has to know about its quoting.
public final class Messages {

    private final Map<Lang, Map<String, String>> byLang;

    private Messages(Map<Lang, Map<String, String>> byLang) {
        this.byLang = byLang;
    }

    public static Messages load() {
        var byLang = new EnumMap<Lang, Map<String, String>>(Lang.class);
        for (var lang : Lang.values()) {
            byLang.put(lang, Map.copyOf(load(lang)));
        }
        return new Messages(byLang);
    }

    public Text in(Lang lang) {
        return new Text(lang, this);
    }

    /// Every key and its pattern in one language.
    public Map<String, String> all(Lang lang) {
        return byLang.getOrDefault(lang, Map.of());
    }

    @Nullable
    String pattern(Lang lang, String key) {
        return all(lang).get(key);
    }

    private static Map<String, String> load(Lang lang) {
        var merged = new HashMap<String, String>();
        try {
            var pattern = "classpath*:messages/*/messages_" + lang.fileSuffix() + ".properties";
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                read(file).forEach((key, value) -> {
                    if (merged.put((String) key, (String) value) != null) {
                        throw new IllegalStateException("message key " + key + " stands twice, again in " + file);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return merged;
    }

    private static Properties read(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
