// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

/// Id of a practice note: `pnt_…`; sorts by age.
public record NoteId(String value) {

    public static final String PREFIX = "pnt";

    @Override
    public String toString() {
        return value;
    }
}
