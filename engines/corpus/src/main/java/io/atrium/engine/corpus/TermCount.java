// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

/// A term (词) and how often it was counted.
public record TermCount(String term, long count) {}
