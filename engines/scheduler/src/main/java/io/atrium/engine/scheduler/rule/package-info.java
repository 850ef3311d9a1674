// SPDX-License-Identifier: Apache-2.0
/// The policy of the scheduler, one rule in one file. [io.atrium.engine.scheduler.rule.RuleCatalogue] lists them all.
@NullMarked
package io.atrium.engine.scheduler.rule;

import org.jspecify.annotations.NullMarked;
