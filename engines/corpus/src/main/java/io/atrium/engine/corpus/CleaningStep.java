// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.util.Optional;

/// One step of cleaning (清洗步骤): passes a document on, changed or not, or drops it by returning nothing.
///
/// A step sees each document once and in order. It may remember what it has seen within a named limit, but it never
/// holds texts.
public interface CleaningStep {
    /// What the step does, as a phrase that reads in a list.
    default String name() {
        return getClass().getSimpleName();
    }

    Optional<Document> apply(Document document);
}
