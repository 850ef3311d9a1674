// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Instant;

/// What came of an estimate: the job started, or the end of its interval went by. A job may teach both, one after the
/// other; the second takes the place of the first.
///
/// @param at when the job started, or was found late
/// @param ends how far out the ends lie from now on
public record StartLesson(ToldStart told, Instant at, boolean isStart, StartEnds ends) {

    public StartExperience.Wait known() {
        return new StartExperience.Wait(told.job(), told.kind(), told.waited(at));
    }

    /// True if the job started within what was learned and told.
    public boolean isHeld() {
        return isStart
                && told.likely().isPresent()
                && told.likely().get().range().holds(at);
    }
}
