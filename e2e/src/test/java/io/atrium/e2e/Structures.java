// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Of what elements the pages are built that were measured already, by readers with the same language, theme and width.
///
/// Two pages are built alike when their elements, classes, roles and states are the same, however many rows a list has
/// and whatever the words are. Measuring takes seconds, and half of them go to the frame, which a person sees on every
/// page: it is measured with the first. `./atrium prove axe` measures everything.
final class Structures {
    static final boolean IS_PROOF = Boolean.getBoolean("atrium.prove");

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static final List<String> FRAME = List.of(".atrium-header", ".atrium-nav", ".atrium-footer");

    /// An element and, in brackets, its children, each kind of them once.
    private static final String STRUCTURE = """
            frame => {
              const states = element => [...element.attributes].filter(a => /^(role|type|lang|aria-.*)$/.test(a.name))
                .map(a => /^aria-(label|.*by|controls)$/.test(a.name) ? a.name : a.name + '=' + a.value);
              const words = element => [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim()) ? '*' : '';
              const of = element => element.matches(frame) ? '' : element.localName + '.' + [...element.classList].join('.')
                + states(element).join(',') + words(element)
                + '(' + [...new Set([...element.children].map(of))].join(' ') + ')';
              return of(document.body);
            }""";

    private final Reader reader;
    private int looks;

    Structures(Reader reader) {
        this.reader = reader;
    }

    boolean isNew(Page page) {
        var structure = (String) page.evaluate(STRUCTURE, String.join(",", FRAME));
        boolean isFirst = SEEN.add(reader + structure);
        looks += 1;
        return isFirst || looks == 1 || IS_PROOF;
    }

    /// What the person who looks has seen before.
    List<String> familiar() {
        return looks == 1 || IS_PROOF ? List.of() : FRAME;
    }
}
