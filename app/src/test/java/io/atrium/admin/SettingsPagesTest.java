// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
@Tag("ADM-8")
class SettingsPagesTest {

    @Autowired
    House house;

    @Autowired
    SettingsList settings;

    @Autowired
    Messages messages;

    @Test
    void everySettingHasAMeaningInBothLanguages() {
        assertThat(settings.all()).hasSizeGreaterThan(20).allSatisfy(setting -> {
            for (var lang : Lang.values()) {
                assertThat(messages.in(lang).has("admin.setting." + setting.name()))
                        .as(setting.name() + " in " + lang)
                        .isTrue();
            }
        });
    }

    @Test
    void tellsDefaultCurrentAndWhereItWasSet() {
        var page = house.browser(house.operator()).get("/settings");
        assertThat(page.status()).isEqualTo(200);
        var corpus = page.document()
                .select("tr:contains(atrium.compute.corpus-documents)")
                .text();
        assertThat(corpus)
                .contains("ATRIUM_COMPUTE_CORPUSDOCUMENTS", "400", "30000")
                .doesNotContain("默认");
        assertThat(page.document()
                        .select("tr:contains(atrium.compute.runs-at-once)")
                        .text())
                .contains("4", "默认", "本机同时运行的作业数");
    }

    @Test
    void secretsAreNeverShown() {
        var row = house.browser(house.operator())
                .get("/settings")
                .document()
                .select("tr:contains(atrium.db.password)")
                .text();
        assertThat(row).contains("（保密，不显示）");
        assertThat(settings.all()).filteredOn(SettingView::isSecret).allSatisfy(secret -> {
            assertThat(secret.current()).isNull();
            assertThat(secret.standard()).isNull();
        });
    }

    @Test
    void othersAreRefused() {
        assertThat(house.browser(house.firmOwner()).get("/settings").status()).isEqualTo(403);
        assertThat(house.browser(house.auditor()).get("/settings").status()).isEqualTo(403);
    }
}
