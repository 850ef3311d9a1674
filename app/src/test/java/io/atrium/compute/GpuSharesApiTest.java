// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Role;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What programs say of shares, CPUs and memory, and data, and what they are told.
@AtriumTest
class GpuSharesApiTest {

    @Autowired
    Yard yard;

    @Autowired
    House house;

    private Resident firm;
    private Api api;
    private RegisterPool sevenths;

    @BeforeEach
    void moveIn() {
        firm = house.firmOwner();
        api = house.api(firm);
        sevenths = yard.beside(yard.pool(1), new Shape(new GpuShare(7), new PerGpu(14, 70)), new Fen(1_000));
    }

    private Map<String, Object> body(Map<String, Object> needs) {
        var body = new HashMap<String, Object>(
                Map.of("name", "probe", "command", List.of("true"), "time_limit", "PT1H", "pool", sevenths.id()));
        body.putAll(needs);
        return body;
    }

    private Api.Answer estimated(Map<String, Object> needs) {
        return api.post("/api/v1/job-estimates", body(needs));
    }

    @Test
    void aShareIsAskedForAndToldAsText() {
        var needs = Map.<String, Object>of(
                "gpu_share", "1/8", "cpus_per_gpu", 14, "memory_gib_per_gpu", 64, "data_at", sevenths.id());
        var estimate = estimated(needs);
        assertThat(estimate.status()).as(estimate.text()).isEqualTo(200);
        var told = estimate.body();
        assertThat(told.path("gpu_share").asString())
                .as("the share that is sold")
                .isEqualTo("1/7");
        assertThat(told.path("gpu_hours_max").decimalValue()).isEqualByComparingTo("0.142857");
        assertThat(told.path("list_price").path("fen").asInt(-1)).isIn(-1, 143);
        assertThat(told.path("cpus_per_gpu").asInt()).isEqualTo(14);
        assertThat(told.path("near_data").asBoolean()).isTrue();

        var job = api.post("/api/v1/jobs", "key-" + UUID.randomUUID(), body(needs));
        assertThat(job.status()).as(job.text()).isEqualTo(201);
        assertThat(job.body().path("gpus").asInt()).isOne();
        assertThat(job.body().path("gpu_share").asString()).isEqualTo("1/7");
        assertThat(job.body().path("memory_gib_per_gpu").asInt()).isEqualTo(64);
        assertThat(job.body().path("data_at").asString())
                .isEqualTo(sevenths.provider().value());
        var path = "/api/v1/jobs/" + job.body().path("id").asString();
        assertThat(api.get(path + "/explain").body().path("near_data").asBoolean())
                .isTrue();
        var stranger = house.api(house.firmOwner());
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get(path + "/explain").status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/jobs").body().path("items").size()).isZero();
    }

    @Test
    void poolsSayWhatTheySell() {
        var pool = api.get("/api/v1/pools")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(sevenths.id()))
                .findFirst()
                .orElseThrow();
        assertThat(pool.path("gpu_share").asString()).isEqualTo("1/7");
        assertThat(pool.path("cpus_per_gpu").asInt()).isEqualTo(14);
        assertThat(pool.path("host_memory_gib_per_gpu").asInt()).isEqualTo(70);
        assertThat(pool.path("gpus_free").asInt()).isEqualTo(2);
    }

    @Test
    void leasesAreForWholeGpus() {
        var provider = house.api(house.member(sevenths.provider(), Role.PROVIDER_STAFF));
        var price = provider.post(
                "/api/v1/pools/" + sevenths.id() + "/lease-prices",
                Map.of("days_min", 30, "price_per_gpu_hour", "8.00"));
        assertThat(price.body().path("code").asString()).as(price.text()).isEqualTo("LEASE_WHOLE_GPUS");
    }

    @Test
    void eachRefusalNamesItsField() {
        refused(Map.of("gpu_share", "1/3"), "GPU_SHARE_UNKNOWN", "gpu_share");
        refused(Map.of("gpu_share", "0.25"), "GPU_SHARE_UNKNOWN", "gpu_share");
        refused(Map.of("gpu_share", "1/7", "gpus", 2), "GPU_SHARE_OF_ONE", "gpus");
        refused(Map.of("gpu_share", "1/7", "cpus_per_gpu", -1), "PER_GPU_OUT_OF_RANGE", "cpus_per_gpu");
        refused(Map.of("gpu_share", "1/7", "memory_gib_per_gpu", 70_000), "PER_GPU_OUT_OF_RANGE", "memory_gib_per_gpu");
        refused(Map.of("gpu_share", "1/7", "data_at", "org_nobody"), "DATA_AT_UNKNOWN", "data_at");
        refused(Map.of("gpu_share", "1/4"), "SHARE_NOT_SOLD", "gpu_share");
        refused(Map.of("gpus", 1), "SHARE_NOT_SOLD", "gpu_share");
        refused(Map.of("gpu_share", "1/7", "cpus_per_gpu", 15), "TOO_MUCH_PER_GPU", "cpus_per_gpu");
        refused(Map.of("gpu_share", "1/7", "memory_gib_per_gpu", 71), "TOO_MUCH_PER_GPU", "memory_gib_per_gpu");
        assertThat(estimated(Map.of()).body().path("code").asString()).isEqualTo("GPUS_OUT_OF_RANGE");
    }

    private void refused(Map<String, Object> needs, String code, String field) {
        var answer = estimated(needs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().path("code").asString()).isEqualTo(code);
        assertThat(answer.body().path("facts").path("field").asString()).isEqualTo(field);
    }
}
