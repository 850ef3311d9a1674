// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `atrium job explain` and `atrium job list` say of dates and interruptions.
class JobTextTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Words ENGLISH = Words.in(Locale.ENGLISH);
    private static final Words CHINESE = Words.in(Locale.SIMPLIFIED_CHINESE);

    private static final String GONE_ON = """
            {"job":"job_1","state":"RUNNING","interruptions":[{"run":1,"started_at":"2026-12-01T00:00:00Z",
             "asked_back_at":"2026-12-01T00:12:00Z","ended_at":"2026-12-01T00:12:05Z","ran":"PT12M5S",
             "gone_on_at":"2026-12-01T00:15:05Z","lost_known":true,"lost_gpu_ms":200000,
             "lost_charged":{"amount":"0.66","currency":"CNY"}}]}""";

    private static final String WAITS = """
            {"job":"job_1","state":"QUEUED","interruptions":[{"run":2,"started_at":"2026-12-01T00:00:00Z",
             "ended_at":"2026-12-01T00:12:05Z","ran":"PT12M5S","lost_known":false,"lost_gpu_ms":5800000,
             "lost_charged":{"amount":"19.01","currency":"CNY"}}]}""";

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private static String marks(String fields) {
        return JobList.row(json("{\"id\":\"job_1\"," + fields + "}"), ENGLISH).getLast();
    }

    @Test
    void explainsWhatAnInterruptionCost() {
        assertThat(JobExplain.people(json(GONE_ON), ENGLISH))
                .contains("Run 1 was interrupted: it ran 12m5s, the job waited 3m")
                .contains("lost since its last checkpoint: 3m20s of GPU time, about 0.66 yuan");
        assertThat(JobExplain.people(json(GONE_ON), CHINESE)).contains("第 1 次运行被中断：运行了 12m5s，作业等待了 3m");
    }

    @Test
    void saysThatItWaitsAndWhatMayBeLostAtMost() {
        assertThat(JobExplain.people(json(WAITS), ENGLISH))
                .contains("the job waits since 2026-12-01 08:12 (Shanghai time)")
                .contains("at most 1h36m of GPU time was lost, at most about 19.01 yuan");
    }

    @Test
    void marksDatesAndInterruptions() {
        assertThat(marks("\"interruptible\":false,\"run\":1")).isEmpty();
        assertThat(marks("\"needed_by\":\"2026-12-01T10:00:00Z\",\"in_time\":\"UNLIKELY\""))
                .isEqualTo("by 2026-12-01 18:00 late by the present queue");
        assertThat(marks("\"needed_by\":\"2026-12-01T10:00:00Z\"")).isEqualTo("by 2026-12-01 18:00");
        assertThat(marks("\"interruptible\":true,\"run\":1")).isEqualTo("interruptible");
        assertThat(marks("\"interruptible\":true,\"run\":3")).isEqualTo("interrupted, run 3");
        assertThat(marks("\"interruptible\":true,\"run\":1,\"asked_back_at\":\"2026-12-01T10:00:00Z\""))
                .isEqualTo("gives its GPUs back");
    }

    private static String remedy(int gbps, Words words) {
        var start = """
                {"position":1,"unknown":"NODES_UNAVAILABLE","reasons":[],
                 "remedies":[{"code":"ASK_FOR_SLOWER_LINK","facts":{"link_gbps":%d,"pool":"p"}}]}""".formatted(gbps);
        return WaitText.of(json(start), words).getLast();
    }

    @Test
    void saysWithWhichNetworkItCouldStart() {
        assertThat(remedy(200, ENGLISH)).contains("With 200 Gbit/s between nodes (pool p) it could start now.");
        assertThat(remedy(200, CHINESE)).contains("节点间网络改为不低于 200 Gbit/s（资源池 p）可以立即开始。");
        assertThat(remedy(0, ENGLISH)).contains("Without asking for a network between nodes (pool p,");
        assertThat(remedy(0, CHINESE)).contains("不要求节点间网络（资源池 p，未说明带宽）可以立即开始。");
    }

    @Test
    void durationsHaveTwoUnitsAtMost() {
        assertThat(Amounts.brief(Duration.ZERO)).isEqualTo("0s");
        assertThat(Amounts.brief(Duration.ofSeconds(200))).isEqualTo("3m20s");
        assertThat(Amounts.brief(Duration.ofSeconds(7_205))).isEqualTo("2h");
        assertThat(Amounts.brief(Duration.ofHours(76))).isEqualTo("3d4h");
    }
}
