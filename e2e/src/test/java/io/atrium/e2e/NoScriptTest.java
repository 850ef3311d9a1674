// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A browser with its scripts switched off sends the same forms.
@Order(3)
@Tag("HTX-1")
class NoScriptTest {

    @Test
    void aFirmSubmitsAJobAndSeesWhyItWaitsOrRuns() {
        try (var visitor = withoutScripts()) {
            visitor.signIn("firm3");
            visitor.open("/jobs/new");
            visitor.page().locator("[name=name]:not([type=hidden])").fill("without scripts");
            visitor.page().locator("[name=gpus]").fill("not a number");
            visitor.submit("/jobs/new");
            assertThat(visitor.answered()).isEqualTo(422);
            assertThat(visitor.page().locator("[name=name]:not([type=hidden])").inputValue())
                    .isEqualTo("without scripts");
            visitor.page().locator("[name=gpus]").fill("8");
            visitor.page().locator("[name=minutes]").fill("5");
            visitor.submit("/jobs/new");
            visitor.submit("/jobs");
            assertThat(visitor.path()).startsWith("/jobs/job_");
            assertThat(visitor.page().locator("h1").innerText()).contains("without scripts");
        }
    }

    @Test
    void listsAreFilteredSortedAndTurned() {
        try (var visitor = withoutScripts()) {
            visitor.signIn("officer.industry");
            visitor.open("/companies");
            int all = visitor.page().locator("tbody tr").count();
            visitor.page().locator("form[role=search] input[name=text]").fill("no firm has this name");
            visitor.page()
                    .waitForNavigation(() -> visitor.page()
                            .locator("form[role=search] button[type=submit], form[role=search] button:not([type])")
                            .first()
                            .click());
            assertThat(all).isPositive();
            assertThat(visitor.page().locator("tbody tr").count()).isZero();
        }
    }

    private static Visitor withoutScripts() {
        var reader = Reader.DESKTOP_ZH;
        return new Visitor(reader, reader.context().setJavaScriptEnabled(false));
    }
}
