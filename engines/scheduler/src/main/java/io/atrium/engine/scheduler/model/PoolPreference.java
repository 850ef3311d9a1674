// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// What a job cares for when several pools could take it.
public enum PoolPreference {
    /// The lower price wins; the fit decides among equal prices.
    CHEAPEST,
    /// The tighter fit wins; price does not matter.
    TIGHTEST_FIT
}
