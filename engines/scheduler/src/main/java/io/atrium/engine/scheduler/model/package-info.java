// SPDX-License-Identifier: Apache-2.0
/// The words of the scheduler: fleet, jobs, snapshot, and the answers that a round gives. Data only.
@NullMarked
package io.atrium.engine.scheduler.model;

import org.jspecify.annotations.NullMarked;
