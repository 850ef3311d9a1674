// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Style sheets and scripts (样式与脚本): each lies beside the template that it serves, under `src/main/jte`, and all are
/// joined at start into one of each kind. Style sheets come in this order: [#FIRST], the rest by folder and name,
/// [#LAST].
final class Assets {

    private static final String CSS = "text/css;charset=UTF-8";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private static final List<String> FIRST = List.of("layout/tokens.css", "layout/base.css", "layout/page.css");
    private static final String LAST = "layout/print.css";
    private static final String CHART = "**/chart/*.js";
    private static final String NOTES = "**/service/visit-notes.js";
    private static final String EDITOR = "**/policy/editor/*.js";
    private static final String EDITOR_SHEET = "policy/editor/dmn.min.css";
    private static final String DARK = "layout/dark.css";

    private final Asset css;
    private final Asset darkCss;
    private final Asset script;
    private final Asset htmx;
    private final Asset chart;
    private final Asset notes;
    private final Asset editor;
    private final Asset editorCss;
    private final Map<String, Asset> byPath;

    Assets() {
        css = asset("atrium.css", CSS, sheets());
        darkCss = asset("dark.css", CSS, List.of(file(DARK)));
        script = asset("atrium.js", SCRIPT, scripts());
        chart = asset("chart.js", SCRIPT, files(CHART));
        notes = asset("notes.js", SCRIPT, files(NOTES));
        htmx = asset("htmx.js", SCRIPT, List.of(new ClassPathResource(HTMX)));
        editor = asset("editor.js", SCRIPT, files(EDITOR));
        editorCss = asset("editor.css", CSS, List.of(file(EDITOR_SHEET)));
        byPath = Stream.of(css, darkCss, script, htmx, chart, notes, editor, editorCss)
                .collect(Collectors.toMap(Asset::path, Function.identity()));
    }

    String css() {
        return css.path();
    }

    String darkCss() {
        return darkCss.path();
    }

    String script() {
        return script.path();
    }

    String htmx() {
        return htmx.path();
    }

    String chart() {
        return chart.path();
    }

    String notes() {
        return notes.path();
    }

    String editor() {
        return editor.path();
    }

    String editorCss() {
        return editorCss.path();
    }

    @Nullable
    Asset find(String path) {
        return byPath.get(path);
    }

    private static List<Resource> sheets() {
        var apart = Stream.concat(FIRST.stream(), Stream.of(LAST, DARK, EDITOR_SHEET))
                .map(Assets::file)
                .map(Assets::address)
                .toList();
        var rest = files("**/*.css").stream().filter(file -> !apart.contains(address(file)));
        return Stream.of(FIRST.stream().map(Assets::file), rest, Stream.of(file(LAST)))
                .flatMap(Function.identity())
                .toList();
    }

    /// What every page loads; charts, notes of visits and the editor of models bring their own.
    private static List<Resource> scripts() {
        var apart = Stream.of(CHART, NOTES, EDITOR)
                .flatMap(pattern -> files(pattern).stream())
                .map(Assets::address)
                .toList();
        return files("**/*.js").stream()
                .filter(file -> !apart.contains(address(file)))
                .toList();
    }

    private static Resource file(String path) {
        return new ClassPathResource("page/" + path);
    }

    private static List<Resource> files(String pattern) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:page/" + pattern))
                    .sorted(Comparator.comparing(Assets::address))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asset asset(String name, String type, List<Resource> parts) {
        var joined = parts.stream().map(Assets::read).collect(Collectors.joining("\n"));
        var content = joined.getBytes(StandardCharsets.UTF_8);
        return new Asset("/assets/" + hash(content) + "/" + name, type, content);
    }

    private static String read(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
