// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

/// What is kept in versions (版本对象): a year of the calendar, or a code table.
///
/// @param name `2026`, or the name of the table
public record Subject(Kind kind, String name) {

    /// The kinds of reference data.
    public enum Kind {
        CALENDAR("calendar"),
        CODES("codes");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    @Override
    public String toString() {
        return kind.code() + "/" + name;
    }

    public static Subject parse(String text) {
        int slash = text.indexOf('/');
        var kind = text.startsWith(Kind.CALENDAR.code() + "/") ? Kind.CALENDAR : Kind.CODES;
        return new Subject(kind, text.substring(slash + 1));
    }
}
