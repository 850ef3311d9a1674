// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class ClockPagesTest {

    @Autowired
    House house;

    @Autowired
    BusinessClock clock;

    @Test
    void showsWhatAMoveWouldDoAndMovesNothingYet() {
        var browser = house.browser(house.operator());
        var before = clock.today();
        var page = browser.submit(browser.get("/business-clock"), "main form[method=get]", Map.of("days", "2"));
        assertThat(page.text()).contains("推进到", "算力券会到期退回", "确认推进");
        assertThat(clock.today()).isEqualTo(before);
    }

    @Test
    void movesAfterTheConfirmation() {
        var browser = house.browser(house.operator());
        var before = clock.instant();
        var preview = browser.get("/business-clock?days=1");
        var moved = browser.submit(preview, "form[method=post][action=/business-clock]", Map.of());
        assertThat(moved.text()).contains("业务时间已推进到");
        assertThat(clock.instant()).isAfter(before.plusSeconds(80_000));
    }

    @Test
    void refusesWhatIsNoNumberOfDays() {
        var page = house.browser(house.operator()).get("/business-clock?days=100");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("请填写 1 至 30 的整数");
        assertThat(page.document().select("input[name=days]").val()).isEqualTo("100");
    }

    @Test
    void othersAreRefused() {
        assertThat(house.browser(house.firmOwner()).get("/business-clock").status())
                .isEqualTo(403);
    }
}
