// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.util.List;
import java.util.Optional;

/// Sends documents through steps one by one and counts at each, so that what goes out of one goes into the next.
final class Pipeline {
    private final List<Counted> steps;

    Pipeline(List<? extends CleaningStep> steps) {
        this.steps = steps.stream().map(Counted::new).toList();
    }

    Optional<Document> apply(Document document) {
        var current = Optional.of(document);
        for (var step : steps) {
            if (current.isEmpty()) {
                return current;
            }
            current = step.apply(current.get());
        }
        return current;
    }

    List<StepCount> counts() {
        return steps.stream().map(Counted::count).toList();
    }

    private static final class Counted {
        private final CleaningStep step;
        private long in;
        private long out;
        private long changed;

        Counted(CleaningStep step) {
            this.step = step;
        }

        Optional<Document> apply(Document document) {
            in++;
            var result = step.apply(document);
            if (result.isPresent()) {
                out++;
                changed += result.get().text().equals(document.text()) ? 0 : 1;
            }
            return result;
        }

        StepCount count() {
            return new StepCount(step.name(), in, out, changed);
        }
    }
}
