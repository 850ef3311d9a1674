// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Silence of [Axe] and [TextSpacing] means something only because it speaks here.
class AxeTest {
    @Test
    void findsWhatKeepsPeopleOut() {
        try (var context = Chromium.get().newContext()) {
            var page = context.newPage();
            page.setContent("<html lang='en'><title>x</title><main><h1>x</h1><img src='data:,'>"
                    + "<p style='color:#999;background:#aaa'>pale</p>"
                    + "<style>button{display:block;width:9px;height:9px;padding:0;border:0}</style>"
                    + "<button aria-label='a'></button><button aria-label='b'></button></main>");
            assertThat(Axe.findings(page, List.of()))
                    .anyMatch(finding -> finding.startsWith("image-alt at img"))
                    .anyMatch(finding -> finding.startsWith("color-contrast at p"))
                    .anyMatch(finding -> finding.startsWith("target-size at button"));
        }
    }

    @Test
    void findsWordsThatAreCutOffForWhoNeedsMoreSpace() {
        try (var context = Chromium.get().newContext()) {
            var page = context.newPage();
            page.setContent(
                    "<p style='width:7em;height:1.3em;overflow:hidden'>just enough</p><p>as long as it takes</p>");
            assertThat(TextSpacing.findings(page)).singleElement().asString().contains("just enough");
        }
    }
}
