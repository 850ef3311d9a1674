// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Makes the jobs of a tenant that had less than its own share of late more urgent by as much as is worth an
/// interruption. A tenant above its share loses nothing: what others leave free is anybody's.
///
/// before: a (level 4, tenant used 20% of its share)   b (level 3, tenant used 150%)
/// after:  turns  a (level 2)  b (level 3)
public final class ServeTenantBelowShareFirst implements ReplayRule {
    public static final ServeTenantBelowShareFirst RULE = new ServeTenantBelowShareFirst();

    /// @param ratio what was used of late over the share
    public int level(int level, double ratio) {
        return ratio < 1 ? Math.max(0, level - TakeOffOnlyLessUrgent.LEVELS) : level;
    }
}
