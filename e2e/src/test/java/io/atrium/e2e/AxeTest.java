// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Silence of [Axe] means something only because it speaks here.
class AxeTest {
    @Test
    void findsWhatKeepsPeopleOut() {
        try (var context = Chromium.get().newContext()) {
            var page = context.newPage();
            page.setContent("<html lang='en'><title>x</title><main><h1>x</h1><img src='data:,'>"
                    + "<p style='color:#999;background:#aaa'>pale</p></main>");
            assertThat(Axe.findings(page))
                    .anyMatch(finding -> finding.startsWith("image-alt at img"))
                    .anyMatch(finding -> finding.startsWith("color-contrast at p"));
        }
    }
}
