// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.index;

/// A set of node numbers that finds its smallest member in a few steps: one bit per node, one bit per word above it.
final class NodeSet {
    private final long[] words;
    private final long[] summary;
    private int size;

    NodeSet(int capacity) {
        words = new long[(capacity + 63) / 64];
        summary = new long[(words.length + 63) / 64];
    }

    private NodeSet(NodeSet source) {
        words = source.words.clone();
        summary = source.summary.clone();
        size = source.size;
    }

    NodeSet copy() {
        return new NodeSet(this);
    }

    int size() {
        return size;
    }

    boolean contains(int node) {
        return (words[node >>> 6] & 1L << node) != 0;
    }

    void add(int node) {
        if (contains(node)) {
            throw new IllegalStateException("node " + node + " is already in the set");
        }
        var word = node >>> 6;
        words[word] |= 1L << node;
        summary[word >>> 6] |= 1L << word;
        size++;
    }

    void remove(int node) {
        if (!contains(node)) {
            throw new IllegalStateException("node " + node + " is not in the set");
        }
        var word = node >>> 6;
        words[word] &= ~(1L << node);
        if (words[word] == 0) {
            summary[word >>> 6] &= ~(1L << word);
        }
        size--;
    }

    /// The smallest member, or -1 if the set is empty.
    int first() {
        for (var i = 0; i < summary.length; i++) {
            if (summary[i] != 0) {
                var word = i * 64 + Long.numberOfTrailingZeros(summary[i]);
                return word * 64 + Long.numberOfTrailingZeros(words[word]);
            }
        }
        return -1;
    }
}
