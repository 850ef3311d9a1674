// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

/// A fault that the generator puts into a document on purpose, so that cleaning has something to find.
enum Planted {
    NOTHING(82),
    EXACT_DUPLICATE(4),
    NEAR_DUPLICATE(5),
    PHONE_NUMBER(4),
    ID_NUMBER(1),
    UNTIDY_CHARACTERS(2),
    ONLY_SHORT_LINES(2);

    private final int percent;

    Planted(int percent) {
        this.percent = percent;
    }

    /// The fault at a place between 0 and 99.
    static Planted at(int place) {
        int bound = 0;
        for (var fault : values()) {
            bound += fault.percent;
            if (place < bound) {
                return fault;
            }
        }
        throw new IllegalArgumentException("not a percentage: " + place);
    }
}
