// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.compute.execution.slurm.RealSlurm;
import io.atrium.compute.store.PoolEngineStore;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.identity.Organisations;
import io.atrium.identity.RegisterOrganisation;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.OrgKind;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/// A provider with a Slurm cluster named `real`, and its pools, for tests of compute.
@TestComponent
public class SlurmYard {

    private static final String PROVIDER_CODE = "91310000MA1TEST00X";
    private static final String CLUSTER = "atrium.slurm.clusters.real.";

    private final Organisations organisations;
    private final Pools pools;
    private final PoolEngineStore engines;

    SlurmYard(Organisations organisations, Pools pools, PoolEngineStore engines) {
        this.organisations = organisations;
        this.pools = pools;
        this.engines = engines;
    }

    /// What the settings say of the cluster.
    ///
    /// @param url where it is reached, which need not be where it answers
    public static Map<String, String> settings(RealSlurm slurm, URI url) {
        return Map.of(
                CLUSTER + "provider", PROVIDER_CODE,
                CLUSTER + "url", url.toString(),
                CLUSTER + "user", "nobody",
                CLUSTER + "token-file", slurm.tokenFile().toString(),
                CLUSTER + "gpu-type", "h800",
                CLUSTER + "work-folder", slurm.workFolder().toString(),
                CLUSTER + "log-folder", slurm.workFolder().toString());
    }

    public OrgId provider() {
        return organisations
                .findByCode(PROVIDER_CODE)
                .map(found -> found.id())
                .orElseGet(() -> organisations.register(
                        new RegisterOrganisation(OrgKind.PROVIDER, "测试服务商", "Test provider", PROVIDER_CODE)));
    }

    /// A pool of the provider, which runs its jobs on this machine at first.
    public RegisterPool pool() {
        return pool(Shape.WHOLE_GPUS);
    }

    public RegisterPool pool(Shape shape) {
        var id = "slurm-" + UUID.randomUUID().toString().substring(0, 8);
        var register = new RegisterPool(id, provider(), "model-" + id, 80, false, 1, 8, Yard.PRICE, shape);
        pools.register(register);
        return register;
    }

    /// The same pool on the cluster.
    public RegisterPool connected(RegisterPool pool) {
        engines.save(pool.id(), "slurm:real", "test", Instant.now());
        return pool;
    }
}
