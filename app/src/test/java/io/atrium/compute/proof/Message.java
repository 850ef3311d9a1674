// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.proof;

/// What a provider tells a node about a segment; the same message may be told any number of times, in any order.
record Message(Kind kind, Segment segment) {

    enum Kind {
        PLACE,
        USE,
        CORRECT
    }

    /// By this the answer names it.
    String key() {
        return kind + "-" + segment.number();
    }

    String line() {
        return kind + " " + segment.line();
    }

    static Message parse(String line) {
        var words = line.split(" ");
        return new Message(Kind.valueOf(words[0]), Segment.parse(words, 1));
    }
}
