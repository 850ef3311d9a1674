// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Of two tenants the one that has had less of its share has the earlier turn (weighted dominant-resource fair share,
/// 加权主导资源公平份额). What it has had is what it used of late, what its running jobs will still use, and what its
/// jobs with an earlier turn will use, each up to its limit: so two tenants alternate, and neither fills the pool.
///
/// before: queue  a1 a2 (tenant a had 120% of its share)  b1 (tenant b had 40% of its share)
/// after:  turns  b1  a1  a2
public final class ServeTenantWithLeastOfItsShareFirst implements TurnRule {
    @Override
    public int compare(Claim first, Claim second) {
        return Double.compare(first.ofShare(), second.ofShare());
    }
}
