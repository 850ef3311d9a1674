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
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Style sheets and scripts (样式与脚本): one file per component in the source, joined at start into one of each kind.
/// The order of style sheets is tokens, base, layout, components by name, print.
final class Assets {

    private static final String CSS = "text/css;charset=UTF-8";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private final Asset css;
    private final Asset darkCss;
    private final Asset script;
    private final Asset htmx;
    private final Map<String, Asset> byPath;

    Assets() {
        css = asset(
                "atrium.css",
                CSS,
                Stream.of(
                                files("static/css/tokens.css"),
                                files("static/css/base.css"),
                                files("static/css/layout.css"),
                                files("static/css/component/*.css"),
                                files("static/css/print.css"))
                        .flatMap(List::stream)
                        .toList());
        darkCss = asset("dark.css", CSS, files("static/css/dark.css"));
        script = asset("atrium.js", SCRIPT, files("static/js/*.js"));
        htmx = asset("htmx.js", SCRIPT, List.of(new ClassPathResource(HTMX)));
        byPath = Stream.of(css, darkCss, script, htmx).collect(Collectors.toMap(Asset::path, Function.identity()));
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

    @Nullable
    Asset find(String path) {
        return byPath.get(path);
    }

    private static List<Resource> files(String pattern) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern))
                    .sorted(Comparator.comparing(file -> Objects.toString(file.getFilename())))
                    .toList();
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
