// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

/// Hears how far the work is. Told at the start and the end of a stage and about twenty times between.
@FunctionalInterface
public interface Progress {
    void report(String stage, long done, long total);
}
