// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The templates of ALL modules: words come from the messages, and every key that they name exists.
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern KEY_IN_TEMPLATE =
            Pattern.compile("\\bt\\.of\\(\"([a-z0-9]+\\.[A-Za-z0-9_.-]+)\"\\s*[,)]");
    private static final Pattern TAG_KEY = Pattern.compile(
            "\\b(?:PageView|Crumb|Flash|Column|Field|Form|Tag|Table|Empty|NavItem|FieldError)\\.\\w+\\([^\";]*\"([a-z]+\\.[a-z0-9.-]+)\"");
    private static final Pattern EXPRESSION = Pattern.compile("\\$(?:unsafe)?\\{(?:[^{}\"]|\"[^\"]*\"|\\{[^{}]*})*}");
    private static final Pattern WORDS_BETWEEN_TAGS =
            Pattern.compile(">[^<>@${}`]*(?:\\p{IsHan}|[A-Za-z]{3,})[^<>@${}`]*<");
    private static final Pattern WORDS_IN_ATTRIBUTES = Pattern.compile(
            "(?:aria-label|title|alt|placeholder|value)=\"[^\"$]*(?:\\p{IsHan}|[A-Za-z]{3,} )[^\"$]*\"");

    private static final Pattern HTMX_ELEMENT = Pattern.compile("<[a-z][^<>]*\\shx-[^<>]*>");
    private static final Pattern HTMX_REQUEST = Pattern.compile("\\shx-(get|post|put|patch|delete)=");

    private static final Pattern FORM_BUTTON =
            Pattern.compile("\\bForm\\.to\\(\\s*[^;]{0,200}?,\\s*\"([a-z]+\\.[a-z0-9.-]+)\"");
    private static final List<String> VAGUE =
            List.of("提交", "确定", "确认", "保存", "好", "OK", "Submit", "Confirm", "Save", "Send");

    private final Messages messages = Messages.load();

    @Test
    void everyKeyInATemplateExists() {
        assertThat(unknownKeys(TEMPLATES, ".jte", KEY_IN_TEMPLATE)).isEmpty();
    }

    @Test
    void everyKeyInAControllerExists() {
        assertThat(unknownKeys(SOURCES, ".java", TAG_KEY)).isEmpty();
        assertThat(unknownKeys(SOURCES, ".java", KEY_IN_TEMPLATE)).isEmpty();
    }

    @Test
    @Tag("I18-1")
    void noTemplateHoldsWordsOfItsOwn() {
        var found = new ArrayList<String>();
        for (var file : files(TEMPLATES, ".jte")) {
            var markup = EXPRESSION.matcher(markup(read(file))).replaceAll("");
            WORDS_BETWEEN_TAGS.matcher(markup).results().forEach(hit -> found.add(file + ": " + hit.group()));
            WORDS_IN_ATTRIBUTES.matcher(markup).results().forEach(hit -> found.add(file + ": " + hit.group()));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noTemplateStylesOrScriptsInline() {
        assertThat(files(TEMPLATES, ".jte"))
                .allSatisfy(file -> assertThat(read(file))
                        .doesNotContain(" style=", "<style", " onclick=", "javascript:", "$unsafe"));
    }

    @Test
    @Tag("FOR-5")
    void theButtonOfAFormSaysWhatItDoes() {
        var vague = new ArrayList<String>();
        for (var file : files(SOURCES, ".java")) {
            FORM_BUTTON
                    .matcher(read(file))
                    .results()
                    .map(hit -> hit.group(1))
                    .filter(key -> VAGUE.contains(messages.in(Lang.ZH).of(key))
                            || VAGUE.contains(messages.in(Lang.EN).of(key)))
                    .forEach(key -> vague.add(file + ": " + key));
        }
        assertThat(vague).isEmpty();
    }

    @Test
    @Tag("HTX-4")
    void attributesOfHtmxStandOnTheElementThatAsks() {
        var inherited = new ArrayList<String>();
        for (var file : files(TEMPLATES, ".jte")) {
            HTMX_ELEMENT
                    .matcher(read(file))
                    .results()
                    .map(hit -> hit.group())
                    .filter(tag -> !HTMX_REQUEST.matcher(tag).find())
                    .forEach(tag -> inherited.add(file + ": " + tag));
        }
        assertThat(inherited).isEmpty();
    }

    private List<String> unknownKeys(Path root, String suffix, Pattern pattern) {
        var unknown = new ArrayList<String>();
        for (var file : files(root, suffix)) {
            pattern.matcher(withoutComments(read(file)))
                    .results()
                    .map(hit -> hit.group(1))
                    .filter(key -> !isKnown(key))
                    .forEach(key -> unknown.add(file + ": " + key));
        }
        return unknown;
    }

    /// A key, or the beginning of keys that end with an enum's value or a part chosen by the template.
    private boolean isKnown(String key) {
        var beginning = key.endsWith(".") ? key : key + ".";
        return messages.in(Lang.ZH).has(key)
                || messages.all(Lang.ZH).keySet().stream().anyMatch(other -> other.startsWith(beginning));
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?m)^\\s*//.*$", "");
    }

    /// Without the lines that are code, and without what stands between code tags.
    private static String markup(String template) {
        var kept = new StringBuilder();
        template.lines()
                .filter(line -> !line.strip().startsWith("@import")
                        && !line.strip().startsWith("@param")
                        && !line.strip().startsWith("!{"))
                .forEach(line -> kept.append(line).append('\n'));
        return kept.toString().replaceAll("(?s)<code[^>]*>.*?</code>", "");
    }

    private static List<Path> files(Path root, String suffix) {
        try (var all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
