// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// A rule by which start intervals are learned and told.
public non-sealed interface EstimateRule extends Rule {}
