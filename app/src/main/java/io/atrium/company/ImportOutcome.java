// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

/// What became of [ImportRegistry]: all of it, or nothing.
public sealed interface ImportOutcome {

    ImportId id();

    ImportReport report();

    record Imported(ImportId id, ImportReport report) implements ImportOutcome {}

    record Rejected(ImportId id, ImportReport report) implements ImportOutcome {}
}
