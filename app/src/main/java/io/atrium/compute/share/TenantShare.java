// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.share;

import io.atrium.compute.ShareStanding;
import io.atrium.engine.scheduler.Standings;
import io.atrium.kernel.OrgId;
import java.util.Map;

/// One firm's share (企业份额) of some pools.
///
/// @param weight  its quota in GPUs: shares are in proportion to quotas
/// @param ofShare what it claims over its share; who has less is served first
/// @param inUse   what holds its jobs now of each GPU model, by name
/// @param models  what it used of late and claims of each GPU model, by name
public record TenantShare(
        OrgId firm,
        int weight,
        ShareStanding standing,
        double ofShare,
        int jobsWaiting,
        Map<String, InUse> inUse,
        Map<String, Standings.Part> models) {

    /// Of all GPU models together.
    public InUse inUseOfAll() {
        return inUse.values().stream().reduce(InUse.NONE, InUse::plus);
    }
}
