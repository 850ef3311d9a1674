// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

/// What can be wrong with a registry delivery, in order of precedence: file, header, row, cell.
public enum ImportProblem {
    FILE_EMPTY,
    FILE_TOO_LARGE,
    ENCODING_UNREADABLE,
    CSV_MALFORMED,
    TOO_MANY_ROWS,
    COLUMN_UNKNOWN,
    COLUMN_DOUBLED,
    COLUMN_MISSING,
    NO_ROWS,
    ROW_TOO_SHORT,
    ROW_TOO_LONG,
    VALUE_MISSING,
    CODE_MALFORMED,
    CODE_CHECK_CHARACTER,
    CODE_DOUBLED,
    TEXT_TOO_LONG,
    VALUE_NOT_ALLOWED,
    NUMBER_MALFORMED,
    NUMBER_OUT_OF_RANGE,
    TOO_MANY_DECIMALS,
    DATE_MALFORMED,
    DATE_IN_FUTURE,
    BOOLEAN_MALFORMED,
    TOO_MANY_ITEMS
}
