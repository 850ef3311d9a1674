// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.util.List;

/// What a round adds to the experience.
///
/// @param lessons in the order in which they were learned
/// @param firsts what jobs were told that had been told nothing since they began to wait, in the order of turns
public record StartNews(List<StartLesson> lessons, List<ToldStart> firsts) {
    public StartNews {
        lessons = List.copyOf(lessons);
        firsts = List.copyOf(firsts);
    }
}
