// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The list of jobs renews itself: calmly, in sight only, and never under the hands of who uses it.
@Order(3)
@Tag("CMP-13")
class LiveListTest {
    private static final int CALM_SECONDS = 5;
    private static final String FILTER = "main form[role=search] :is(input:not([type=hidden]), select)";
    private static final String MARK = "document.querySelector('#jobs-now > *').dataset.mark = 'old'";
    private static final String SEEN = """
            hidden => {
              Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});
              document.dispatchEvent(new Event('visibilitychange'));
            }""";

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void renewsItselfButNotWhenHiddenNorUnderTheFocus() {
        try (var visitor = new Visitor(Reader.DESKTOP_ZH).signIn("firm1")) {
            visitor.page().clock().install();
            visitor.open("/jobs");
            visitor.page().onRequest(request -> {
                if (request.resourceType().equals("fetch")) {
                    asked.incrementAndGet();
                }
            });
            keepsStill(visitor);
            renews(visitor);
            pauses(visitor);
            leavesTheFocusAlone(visitor);
        }
    }

    private void keepsStill(Visitor visitor) {
        visitor.page().clock().runFor((CALM_SECONDS - 1) * 1000L);
        assertThat(asked).hasValue(0);
    }

    private void renews(Visitor visitor) {
        visitor.page().evaluate(MARK);
        visitor.page().waitForResponse("**/jobs*", () -> visitor.page().clock().runFor(2000));
        visitor.page()
                .locator("#jobs-now > [data-mark=old]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(asked).hasPositiveValue();
        assertThat(visitor.hasFocus("body")).isTrue();
    }

    private void pauses(Visitor visitor) {
        visitor.page().evaluate(SEEN, true);
        int before = asked.get();
        visitor.page().clock().runFor(60_000);
        assertThat(asked).hasValue(before);
        visitor.page().evaluate(SEEN, false);
        visitor.page().waitForResponse("**/jobs*", () -> visitor.page().clock().runFor(CALM_SECONDS * 1000L + 1000));
    }

    /// With the focus in the region nothing is asked; with it elsewhere it stays there.
    private void leavesTheFocusAlone(Visitor visitor) {
        visitor.page().locator("#jobs-now a").first().focus();
        int before = asked.get();
        visitor.page().clock().runFor(60_000);
        assertThat(asked).hasValue(before);
        assertThat(visitor.hasFocus("#jobs-now a")).isTrue();
        visitor.page().locator(FILTER).first().focus();
        visitor.page().waitForResponse("**/jobs*", () -> visitor.page().clock().runFor(CALM_SECONDS * 1000L + 1000));
        assertThat(visitor.hasFocus(FILTER)).isTrue();
    }
}
