// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

/// What can be wrong with a registry delivery or a typed fact, in order of precedence: file, header, row, cell.
public enum ImportProblem {
    BOOK_TOO_LARGE,
    BOOK_UNREADABLE,
    ENCODING_UNREADABLE,
    CSV_MALFORMED,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    COLUMN_UNKNOWN,
    COLUMN_DOUBLED,
    COLUMN_MISSING,
    NO_ROWS,
    ROW_LENGTH,
    VALUE_MISSING,
    CODE_MALFORMED,
    CODE_CHECK_CHARACTER,
    CODE_DOUBLED,
    CODE_OF_ANOTHER_KIND,
    TEXT_TOO_LONG,
    VALUE_NOT_ALLOWED,
    NUMBER_MALFORMED,
    NUMBER_OUT_OF_RANGE,
    TOO_MANY_DECIMALS,
    DATE_MALFORMED,
    DATE_IN_FUTURE,
    BOOLEAN_MALFORMED,
    TOO_MANY_ITEMS,
    YEAR_NOT_ENDED
}
