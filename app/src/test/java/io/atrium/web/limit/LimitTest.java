// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.testing.AtriumTest;
import io.atrium.web.ProblemWriter;
import io.atrium.web.error.WebRefusal;
import jakarta.servlet.Filter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// The limits with a clock of their own; the application of the tests is the demo, which has none.
@AtriumTest
class LimitTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private ProblemWriter problems;

    private Instant now;

    @BeforeEach
    void setTheClock() {
        now = Instant.parse("2026-11-23T10:00:20Z");
    }

    @Test
    @Tag("ERR-5")
    @Tag("API-11")
    void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
        var browser = behind(limit());
        assertThat(get(browser, "/help", "10.0.0.1")).isEqualTo(200);
        assertThat(get(browser, "/help", "10.0.0.1")).isEqualTo(200);
        assertThat(get(browser, "/help", "10.0.0.1")).isEqualTo(429);
        assertThat(get(browser, "/help", "10.0.0.2")).as("another address").isEqualTo(200);
        now = now.plusSeconds(40);
        assertThat(get(browser, "/help", "10.0.0.1")).as("a new minute").isEqualTo(200);
    }

    @Test
    @Tag("ERR-5")
    void thePageAndTheHeaderSayWhen() throws Exception {
        var page = MockMvcBuilders.webAppContextSetup(application)
                .build()
                .perform(MockMvcRequestBuilders.get("/error")
                        .requestAttr(
                                ProblemWriter.REFUSAL,
                                Refusal.of(CommonRefusal.TOO_MANY_REQUESTS, RateLimit.RETRY_AFTER, 40L)))
                .andReturn()
                .getResponse();
        assertThat(page.getStatus()).isEqualTo(429);
        assertThat(page.getHeader("Retry-After")).isEqualTo("40");
        assertThat(page.getContentAsString()).contains("请在 40 秒后重试");
    }

    @Test
    void stylesDoNotCount() throws Exception {
        var browser = behind(limit());
        for (int time = 0; time < 5; time++) {
            assertThat(get(browser, "/assets/none.css", "10.0.0.3")).isNotEqualTo(429);
        }
    }

    @Test
    @Tag("ERR-7")
    void aPlannedDowntimeTellsItsEndAndIsOverByItself() throws Exception {
        var plan = new AtriumSettings.Downtime(
                OffsetDateTime.parse("2026-11-23T18:00+08:00"), OffsetDateTime.parse("2026-11-23T20:00+08:00"));
        var browser = behind(new Downtime(plan, () -> now, problems));
        assertThat(get(browser, "/help", "10.0.0.4")).isEqualTo(503);
        assertThat(get(browser, "/actuator/health", "10.0.0.4")).isNotEqualTo(503);
        now = Instant.parse("2026-11-23T12:00:00Z");
        assertThat(get(browser, "/help", "10.0.0.4")).isEqualTo(200);
        now = Instant.parse("2026-11-23T09:59:59Z");
        assertThat(get(browser, "/help", "10.0.0.4")).as("not yet").isEqualTo(200);
    }

    @Test
    @Tag("ERR-7")
    void theDowntimePageNamesDateAndTime() throws Exception {
        var refusal = new Refusal(
                WebRefusal.PLANNED_DOWNTIME,
                Map.of("until", Instant.parse("2026-11-23T12:00:00Z"), RateLimit.RETRY_AFTER, 7180L));
        var page = MockMvcBuilders.webAppContextSetup(application)
                .build()
                .perform(MockMvcRequestBuilders.get("/error").requestAttr(ProblemWriter.REFUSAL, refusal))
                .andReturn()
                .getResponse();
        assertThat(page.getStatus()).isEqualTo(503);
        assertThat(page.getHeader("Retry-After")).isEqualTo("7180");
        assertThat(page.getContentAsString()).contains("系统正在计划维护", "2026-11-23 20:00 (周一)");
    }

    private Filter limit() {
        return new RateLimit(2, request -> Optional.of(request.getRemoteAddr()), () -> now, problems);
    }

    private MockMvc behind(Filter filter) {
        return MockMvcBuilders.webAppContextSetup(application)
                .addFilters(filter)
                .build();
    }

    private static int get(MockMvc browser, String path, String address) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get(path).with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
