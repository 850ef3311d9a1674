// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Finds what keeps people out of a page, with axe-core: WCAG 2.2 A and AA and its best practices.
final class Axe {
    private static final String SOURCE = source();
    private static final String RUN = """
            async exclude => {
              const result = await axe.run({exclude}, {resultTypes: ['violations'], runOnly:
                ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                rules: {'target-size': {enabled: true}}});
              return result.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ')));
            }""";

    /// Inside dmn-js, and not ours to change: the watermark is 1.6 pixels too low for a finger, and its licence forbids
    /// to
    /// touch it; the box around the text of an expression scrolls with the text that has the focus.
    private static final List<String> DMN_JS =
            List.of(".atrium-model__stage .bjs-powered-by", ".atrium-model__stage .cm-scroller");

    private Axe() {}

    /// Of all of the page but what these selectors name.
    @SuppressWarnings("unchecked") // the script returns an array of strings
    static List<String> findings(Page page, List<String> exclude) {
        page.evaluate(SOURCE);
        return (List<String>) page.evaluate(
                RUN, Stream.concat(exclude.stream(), DMN_JS.stream()).toList());
    }

    private static String source() {
        try (var script = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
