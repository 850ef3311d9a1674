// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.Readiness;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Compute as a program sees it.
@AtriumTest
class ComputeApiTest {

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    ExecutionEngine engine;

    private Resident firm;
    private Api api;
    private RegisterPool pool;

    @BeforeEach
    void moveIn() {
        firm = house.firmOwner();
        api = house.api(firm);
        pool = yard.pool(8);
    }

    private Map<String, Object> ask(int gpus, String... command) {
        var ask = new HashMap<String, Object>();
        ask.put("name", "api job");
        ask.put("workload", "command");
        ask.put("command", List.of(command));
        ask.put("gpus", gpus);
        ask.put("time_limit", "PT10M");
        ask.put("pool", pool.id());
        return ask;
    }

    @Test
    @Tag("CMP-3")
    void thePriceListIsPublicAndTheSameAsThePools() {
        var prices = house.stranger().get("/api/v1/prices").body().path("items");
        var own = prices.valueStream()
                .filter(price -> price.path("pool").asString().equals(pool.id()))
                .findFirst()
                .orElseThrow();
        assertThat(own.path("price_per_gpu_hour").path("amount").asString()).isEqualTo("11.80");
        var pools = house.stranger().get("/api/v1/pools").body().path("items");
        assertThat(pools.valueStream().filter(each -> each.path("id").asString().equals(pool.id())))
                .allMatch(each -> each.path("gpus_free").asInt() == 64);
    }

    @Test
    void estimatesSubmitsRunsAndBills() {
        Assumptions.assumeTrue(engine.readiness() instanceof Readiness.Ready, "cannot confine jobs here");
        yard.voucher(firm.organisation(), 1_000_000);
        var estimate = api.post("/api/v1/job-estimates", ask(64, "true"));
        assertThat(estimate.status()).as(estimate.text()).isEqualTo(200);
        assertThat(estimate.body().path("list_price").path("amount").asString()).isEqualTo("125.87");
        assertThat(estimate.body().path("start").path("position").asInt()).isZero();

        var created = api.post("/api/v1/jobs", ask(64, "/bin/sh", "-c", "echo line one; sleep 1; echo 第二行"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.body()
                        .path("held")
                        .path("voucher_part")
                        .path("amount")
                        .asString())
                .isEqualTo("62.93");
        var id = created.body().path("id").asString();
        assertThat(created.headers().firstValue("Location")).contains("/api/v1/jobs/" + id);

        yard.until(new JobId(id), JobState.SETTLED);
        var job = api.get("/api/v1/jobs/" + id).body();
        assertThat(job.path("state").asString()).isEqualTo("SETTLED");
        assertThat(job.path("outcome").asString()).isEqualTo("SUCCEEDED");
        var bill = api.get("/api/v1/bills").body().path("items").path(0);
        assertThat(bill.path("job").asString()).isEqualTo(id);
        assertThat(bill.path("gpu_ms").asLong())
                .isEqualTo(job.path("metered").path("gpu_ms").asLong());
        assertThat(api.get("/api/v1/bills/" + bill.path("id").asString()).status())
                .isEqualTo(200);
        assertThat(api.get("/api/v1/jobs/" + id + "/explain")
                        .body()
                        .path("history")
                        .size())
                .isEqualTo(5);

        var log = api.get("/api/v1/jobs/" + id + "/log").body();
        assertThat(log.path("lines").valueStream().map(line -> line.asString())).containsExactly("line one", "第二行");
        assertThat(log.path("done").asBoolean()).isTrue();
        assertThat(api.get("/api/v1/jobs/" + id + "/log?after=9")
                        .body()
                        .path("lines")
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/jobs/" + id + "/log/stream").text())
                .contains("event:line", "data:line one", "data:第二行", "event:end");
    }

    @Test
    void theSameKeyTwiceIsOneJobAndAnotherBodyUnderItIsRefused() {
        var first = api.post("/api/v1/jobs", "test-key-" + pool.id(), ask(1, "true"));
        var again = api.post("/api/v1/jobs", "test-key-" + pool.id(), ask(1, "true"));
        assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
        var other = api.post("/api/v1/jobs", "test-key-" + pool.id(), ask(2, "true"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().path("code").asString()).isEqualTo("REQUEST_KEY_REUSED");
    }

    @Test
    void aJobLargerThanAnyPoolIsRefusedWithTheLargestThatCouldEverFit() {
        var refused = api.post("/api/v1/jobs", ask(65, "true"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asString()).isEqualTo("LARGER_THAN_ANY_POOL");
        assertThat(refused.body().path("facts").path("max").asInt()).isEqualTo(64);
        assertThat(api.get("/api/v1/quota").body().path("gpu_hours_held").asDouble())
                .isZero();
    }

    @Test
    void malformedTimesAreTheCallersMistake() {
        var ask = ask(1, "true");
        ask.put("time_limit", "ten minutes");
        assertThat(api.post("/api/v1/job-estimates", ask).status()).isEqualTo(400);
    }

    @Test
    void providersSeeTheirJobsButNotTheLogAndOthersSeeNothing() {
        var id = yard.submit(firm, Yard.command(pool, 1, "true"));
        var provider = house.member(pool.provider(), io.atrium.kernel.access.Role.PROVIDER_STAFF);
        assertThat(house.api(provider).get("/api/v1/jobs/" + id).status()).isEqualTo(200);
        assertThat(house.api(provider).get("/api/v1/jobs/" + id + "/log").status())
                .isEqualTo(404);
        assertThat(house.api(house.firmOwner()).get("/api/v1/jobs/" + id).status())
                .isEqualTo(404);
        assertThat(house.stranger().get("/api/v1/jobs/" + id).status()).isEqualTo(401);
        assertThat(house.api(provider)
                        .get("/api/v1/receivables")
                        .body()
                        .path("items")
                        .isArray())
                .isTrue();
        assertThat(house.api(provider).post("/api/v1/jobs", ask(1, "true")).status())
                .isEqualTo(403);
    }

    @Test
    void listsInPagesWithACursor() {
        for (var job = 0; job < 3; job++) {
            yard.submit(firm, Yard.command(pool, 1, "true"));
        }
        var first = api.get("/api/v1/jobs?limit=2").body();
        assertThat(first.path("items").size()).isEqualTo(2);
        var second = api.get("/api/v1/jobs?limit=2&after=" + first.path("next").asString())
                .body();
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.has("next")).isFalse();
    }
}
