// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

/// What cases are counted by (主题): their category, or the cluster of what they mean.
public sealed interface Topic {
    /// A category of the caller's.
    record OfCategory(String category) implements Topic {}

    /// A cluster found in the stream; see {@link PatternWatch#cluster}.
    record OfCluster(long cluster) implements Topic {}
}
