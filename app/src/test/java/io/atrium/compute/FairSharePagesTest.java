// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static io.atrium.jooq.Tables.SHARE_USE;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.share.FairShares;
import io.atrium.compute.share.TenantShare;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Two firms used the pool of one provider, a third one that of another.
@AtriumTest
@Tag("CMP-8")
class FairSharePagesTest {

    private static final long GPU_HOUR = Duration.ofHours(1).toMillis();

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Pools pools;

    @Autowired
    Jobs jobs;

    @Autowired
    FairShares shares;

    @Autowired
    DSLContext database;

    @Autowired
    InstantSource clock;

    private RegisterPool pool;
    private RegisterPool elsewhere;
    private Resident much;
    private Resident little;
    private Resident stranger;

    @BeforeEach
    void moveIn() {
        pool = yard.pool(1);
        elsewhere = yard.pool(1);
        much = house.firmOwner();
        little = house.firmOwner();
        stranger = house.firmOwner();
        used(much, pool, 1_500);
        used(little, pool, 100);
        used(stranger, elsewhere, 300);
    }

    private void used(Resident firm, RegisterPool where, long gpuHours) {
        database.insertInto(SHARE_USE)
                .set(SHARE_USE.FIRM_ID, firm.organisation().value())
                .set(SHARE_USE.PROJECT, "")
                .set(SHARE_USE.POOL_ID, where.id())
                .set(SHARE_USE.GPU_MS, gpuHours * GPU_HOUR)
                .set(SHARE_USE.AS_OF, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static String name(Resident firm) {
        return firm.actor().organisationName();
    }

    @Test
    void aFirmReadsItsShareAndItsUseInWordsAndFindsThemInTheTwinOfTheChart() {
        var page = house.browser(much).get("/fair-share");
        // 1,500 GPU-hours of 8 GPUs for a mean life of 7 d / ln 2
        assertThat(page.text()).contains("您的份额是资源池的", "最近约 7 天用了 77.3", "每 7 天减半", "份额按配额的比例分", "在现在要用的企业中 第");
        var chart = page.document().select("atrium-chart");
        assertThat(chart.select("thead th").eachText())
                .containsExactly("GPU 型号", "份额", "最近用量", "加上正在运行的", "其他企业合计，最近用量");
        assertThat(chart.select("tbody th").eachText()).first().isEqualTo(pool.gpuModel());
        assertThat(chart.select("tbody td").eachAttr("data-value")).element(1).isEqualTo("77.36");
        assertThat(chart.select("tbody td").eachAttr("data-value")).element(3).isEqualTo("5.16");
        var english = house.browser(much).in("en").get("/fair-share").text();
        assertThat(english)
                .contains("Over about the last 7 d", "you used 77.36%", "Shares are in proportion to quotas");
    }

    @Test
    void aFirmReadsNothingOfAnyOtherFirmButTheirSum() {
        for (var reader : List.of(much, little, stranger)) {
            var page = house.browser(reader).get("/fair-share").document().html();
            for (var other : List.of(much, little, stranger)) {
                if (other != reader) {
                    assertThat(page)
                            .doesNotContain(name(other), other.organisation().value());
                }
            }
        }
    }

    @Test
    void aFirmThatNeverHadAJobReadsTheShareThatItWouldGet() {
        var page = house.browser(house.firmOwner()).get("/fair-share");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("还没有用过");
    }

    @Test
    void aProviderReadsEveryFirmInItsOwnPoolsAndNoOther() {
        var staff = house.member(pool.provider(), Role.PROVIDER_STAFF);
        var page = house.browser(staff).get("/fair-share");
        assertThat(page.document().select("h1").text()).isEqualTo("各企业的公平份额");
        var rows = page.document().select("main > * tr:has(.atrium-tag) th, .atrium-table tr:has(.atrium-tag) th");
        assertThat(rows.eachText()).contains(name(little), name(much)).doesNotContain(name(stranger));
        assertThat(page.document().html())
                .doesNotContain(name(stranger), stranger.organisation().value());
        // Of this pool the two have equal quotas, so half of it each; who had more is above its share.
        assertThat(shares.list(new Scope.Own(pool.provider())))
                .extracting(TenantShare::firm)
                .containsExactly(little.organisation(), much.organisation());
        assertThat(shares.list(new Scope.Own(pool.provider())))
                .allMatch(each -> each.standing().share() == 5_000);
        assertThat(page.text()).contains("超过份额", "在份额之内");
    }

    @Test
    void theOperatorReadsEveryFirm() {
        assertThat(shares.list(new Scope.All()))
                .extracting(TenantShare::firm)
                .contains(much.organisation(), little.organisation(), stranger.organisation());
        var page = house.browser(house.operator()).in("en").get("/fair-share?size=100");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Fair shares of all firms", "Against the share");
    }

    @Test
    void whoMayReadNoJobsReadsNoShares() {
        assertThat(house.browser(house.officer()).get("/fair-share").status()).isEqualTo(403);
        assertThat(house.visitor().get("/fair-share").path()).contains("sign-in");
    }

    @Test
    @Tag("CMP-5")
    void aWaitingJobOfAFirmAboveItsShareIsToldItsShareAndThatOthersGoFirst() {
        pools.setState(List.of(pool.id() + "-0001"), NodeState.MAINTENANCE);
        var first = yard.submit(much, Yard.command(pool, 8, "true"));
        var newcomer = house.firmOwner(); // within its share however many firms other tests left behind
        var second = yard.submit(newcomer, Yard.command(pool, 8, "true"));
        yard.until(first, JobState.QUEUED);
        var scope = new Scope.All();
        var overtaken = jobs.explain(scope, first).orElseThrow();
        var passing = jobs.explain(scope, second).orElseThrow();
        assertThat(passing.position()).isLessThan(overtaken.position());
        assertThat(overtaken.reasons()).extracting(WaitReason::code).contains("ABOVE_SHARE");
        assertThat(passing.reasons()).extracting(WaitReason::code).doesNotContain("ABOVE_SHARE");
        var page = house.browser(much).get("/jobs/" + first);
        assertThat(page.text()).contains("用得较少的企业的作业先运行", "已超过份额");
        assertThat(page.document().select("a[href='/fair-share']")).isNotEmpty();
        assertThat(house.browser(newcomer).in("en").get("/jobs/" + second).text())
                .contains("within your share");
        var told =
                house.api(much).get("/api/v1/jobs/" + first + "/explain").body().toString();
        assertThat(told).contains("used_basis_points");
        assertThat(house.browser(much).get("/fair-share").text()).contains("占各自份额的比例低于您，先运行");
    }
}
