// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The pictures of README, taken by `./atrium screenshots` from the demo as it is. No test by its name:
/// `./atrium test` leaves it alone.
class Screenshots {
    private static final Path IMAGES = Path.of("..", "docs", "images");
    private static final int BYTES_MAX = 150_000;
    private static final int PUBLICITY_DAYS = 8;
    private static final Reader DESK = new Reader("zh-CN", "light", 1200, 760);

    @Test
    void ofTheFrontOfTheHouse() throws Exception {
        aGrantWaits();
        try (var firm = new Visitor(DESK).signIn("firm1")) {
            var reasons = "/entitlements/demo-compute-voucher";
            take(firm.open(reasons), "entitlement.png");
            firm.open("/jobs/new");
            firm.page().locator("[name=name]:not([type=hidden])").fill("清洗训练语料");
            firm.page().locator("[name=gpus]").fill("64");
            firm.page().locator("[name=minutes]").fill("5");
            firm.submit("/jobs/new");
            firm.submit("/jobs");
            var job = firm.path();
            Patience.until("the job to run", () -> firm.open(job).shows("[role=log]"));
            take(firm, "job.png");
            take(firm.open("/"), "home.png");
        }
        try (var phone = new Visitor(Reader.PHONE_ZH).signIn("firm1")) {
            take(phone.open("/entitlements"), "phone.png");
        }
    }

    /// The department's list, public for its days, so that the firm finds something to do at home.
    private static void aGrantWaits() {
        try (var officer = new Visitor(DESK).signIn("officer.industry")) {
            officer.open("/grant-lists");
            officer.page()
                    .locator("form[action='/grant-lists'] select[name=policy]")
                    .selectOption("demo-compute-voucher");
            officer.submit("/grant-lists");
            officer.submit(officer.path() + "/confirmation");
        }
        var operator = new OperatorApi();
        for (int day = 0; day < PUBLICITY_DAYS; day++) {
            operator.advanceAWorkingDay();
        }
        Patience.until("the grant to wait for the firm", () -> {
            try (var firm = new Visitor(DESK).signIn("firm1")) {
                return firm.open("/").shows("main a[href^='/grants/']");
            }
        });
    }

    private static void take(Visitor visitor, String name) throws Exception {
        var file = IMAGES.resolve(name);
        visitor.page().screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Files.size(file)).as(name).isLessThanOrEqualTo(BYTES_MAX);
    }
}
