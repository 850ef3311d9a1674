// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import com.microsoft.playwright.Page;
import java.util.List;

/// Finds text that is cut off when the reader sets it with more space between letters, words, lines and paragraphs, as
/// WCAG 1.4.12 lets them.
final class TextSpacing {
    private static final String RUN = """
            async () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
              const drawn = () => new Promise(requestAnimationFrame);
              document.adoptedStyleSheets = [sheet];
              await drawn().then(drawn).then(drawn);
              const cuts = style => ['hidden', 'clip'].some(x => style.overflowX === x || style.overflowY === x);
              const found = [...document.querySelectorAll('body *')].filter(element => {
                const style = getComputedStyle(element);
                return !element.closest('.djs-container') // a drawing is moved under its frame
                  && element.innerText && element.clientWidth > 1 && style.visibility === 'visible' && cuts(style)
                  && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
              }).map(element => element.localName + '.' + element.className + ': ' + element.innerText.slice(0, 40));
              if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
              document.adoptedStyleSheets = [];
              return found;
            }""";

    private TextSpacing() {}

    @SuppressWarnings("unchecked") // the script returns an array of strings
    static List<String> findings(Page page) {
        return (List<String>) page.evaluate(RUN);
    }
}
