// SPDX-License-Identifier: Apache-2.0
/// Learning (学习): from what became of earlier start estimates to the next one. Rounds and replays use the same.
///
/// Start at [io.atrium.engine.scheduler.learn.StartMemory]. How its ends move and which jobs are alike is said by rules
/// of the catalogue.
@NullMarked
package io.atrium.engine.scheduler.learn;

import org.jspecify.annotations.NullMarked;
