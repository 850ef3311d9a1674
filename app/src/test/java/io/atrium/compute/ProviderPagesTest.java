// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a provider does by itself: announce, stop placements, ask another price; and what everybody sees of it.
@AtriumTest
class ProviderPagesTest {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Pools pools;

    @Autowired
    BusinessClock clock;

    private RegisterPool pool;
    private Resident staff;
    private Browser browser;

    @BeforeEach
    void moveIn() {
        pool = yard.pool(2);
        staff = house.member(pool.provider(), Role.PROVIDER_STAFF);
        browser = house.browser(staff);
    }

    private String in(Duration wait) {
        return TYPED.format(LocalDateTime.ofInstant(clock.instant().plus(wait), BusinessClock.ZONE));
    }

    private Map<String, String> notice(String kind, Duration from, Duration until, String stops) {
        return Map.of(
                "pool", pool.id(), "kind", kind, "starts", in(from), "ends", in(until), "stops", stops, "words",
                "更换电源");
    }

    @Test
    void whoLooksAfterAllPoolsReadsWhoseEachIs() {
        var all = house.browser(house.operator()).get("/provider");
        var name = staff.actor().organisationName();
        assertThat(all.document().select("h1").text()).isEqualTo("各服务商的资源池");
        assertThat(all.document().select("tbody th").text()).contains(pool.id(), name);
        assertThat(browser.get("/provider").document().select("tbody th").text())
                .doesNotContain(name);
    }

    @Test
    @Tag("CMP-11")
    void anAnnouncedWindowIsPublicAndKeepsNewJobsAway() {
        var sent = browser.submit(
                browser.get("/provider/notices/new"),
                "form[action='/provider/notices']",
                notice("MAINTENANCE", Duration.ofMinutes(-1), Duration.ofHours(2), "yes"));
        assertThat(sent.text()).contains("已在集群状态页公布", "更换电源", "暂停接收");
        var status = house.visitor().get("/status");
        assertThat(status.text()).contains("更换电源", "进行中", "期间不放置新作业", pool.id());
        assertThat(house.visitor().in("en").get("/status").text()).contains("under way", "no new jobs meanwhile");
        var firm = house.firmOwner();
        var job = yard.submit(firm, Yard.command(pool, 8, "true"));
        yard.until(job, JobState.QUEUED);
        assertThat(house.browser(firm).get("/jobs/" + job).text()).contains("维护：", "16 卡在维护或排空");
        assertThat(pools.find(pool.id()).orElseThrow().capacity().gpusFree()).isEqualTo(GpuAmount.ZERO);

        var page = browser.get("/provider");
        var end = page.document().select("a[href$=/end]").attr("href");
        var ended = browser.submit(browser.get(end), "form[action$=/end]", Map.of());
        assertThat(ended.text()).contains("已宣布结束", "正常接收");
        assertThat(pools.find(pool.id()).orElseThrow().capacity().gpusFree())
                .as("free, if the job that waited has not been placed yet")
                .isIn(GpuAmount.ofGpus(8), GpuAmount.ofGpus(16));
    }

    @Test
    @Tag("CMP-11")
    void aPlannedWindowIsShownBeforeItBeginsAndStopsNothingYet() {
        browser.submit(
                browser.get("/provider/notices/new"),
                "form[action='/provider/notices']",
                notice("MAINTENANCE", Duration.ofDays(1), Duration.ofDays(2), "yes"));
        assertThat(house.visitor().get("/status").text()).contains("已计划");
        assertThat(pools.find(pool.id()).orElseThrow().capacity().gpusFree()).isEqualTo(GpuAmount.ofGpus(16));
        var open = house.stranger().get("/api/v1/status").body();
        assertThat(open.path("notices")
                        .valueStream()
                        .filter(each -> each.path("pool").asString().equals(pool.id()))
                        .map(each -> each.path("phase").asString()))
                .containsExactly("PLANNED");
    }

    @Test
    void aPriceBeginsOnAComingDayAndNeverTouchesAJob() {
        var day = clock.today().plusDays(3).toString();
        var path = "/provider/pools/" + pool.id() + "/price";
        var job = yard.submit(house.firmOwner(), Yard.command(pool, 8, "true"));
        var ask = browser.get(path);
        assertThat(ask.text()).contains("11.80", "按提交时的价格结算");
        var late = browser.submit(
                ask,
                "form[action$=price]",
                Map.of("price", "12.50", "from", clock.today().toString()));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("最早明天生效");
        var changed = browser.submit(ask, "form[action$=price]", Map.of("price", "12.50", "from", day));
        assertThat(changed.text()).contains("12.50 元");
        assertThat(pools.find(pool.id()).orElseThrow().pricePerGpuHour()).isEqualTo(new Fen(1_180));
        assertThat(yard.job(job).ask().pricePerGpuHour()).isEqualTo(new Fen(1_180));
        assertThat(house.stranger().get("/api/v1/status").text()).contains("12.50", day);
    }

    @Test
    void refusesNonsenseWithWhatWasTyped() {
        var refused = browser.submit(
                browser.get("/provider/notices/new"),
                "form[action='/provider/notices']",
                Map.of("pool", pool.id(), "kind", "MAINTENANCE", "starts", "soon", "words", "更换电源"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("请填写时间");
        assertThat(refused.document().select("textarea[name=words]").val()).isEqualTo("更换电源");
        var backwards = browser.submit(
                browser.get("/provider/notices/new"),
                "form[action='/provider/notices']",
                notice("MAINTENANCE", Duration.ofDays(2), Duration.ofDays(1), "yes"));
        assertThat(backwards.status()).isEqualTo(422);
        assertThat(backwards.text()).contains("时间段不对");
    }

    @Test
    void anotherProviderFindsNothing() {
        var other = house.provider();
        var foreign = house.browser(other);
        assertThat(foreign.get("/provider").text()).doesNotContain(pool.id());
        assertThat(foreign.get("/provider/pools/" + pool.id() + "/price").status())
                .isEqualTo(404);
        var api = house.api(other);
        var notice =
                Map.of("kind", "INCIDENT", "stops_placement", true, "words", "x", "starts_at", "2026-01-01T00:00:00Z");
        assertThat(api.post("/api/v1/pools/" + pool.id() + "/notices", notice).status())
                .isEqualTo(404);
        var price = Map.of(
                "price_per_gpu_hour", 1, "from", clock.today().plusDays(1).toString());
        assertThat(api.post("/api/v1/pools/" + pool.id() + "/prices", price).status())
                .isEqualTo(404);
        var made = house.api(staff).post("/api/v1/pools/" + pool.id() + "/notices", notice);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        var end = "/api/v1/pool-notices/" + made.body().path("id").asString() + "/end";
        assertThat(api.post(end, Map.of()).status()).isEqualTo(404);
        assertThat(house.api(staff).post(end, Map.of()).status()).isEqualTo(200);
        assertThat(house.browser(house.firmOwner()).get("/provider").status()).isEqualTo(403);
    }
}
