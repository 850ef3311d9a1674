// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.file;

import org.jspecify.annotations.Nullable;

/// A file of firms was not read (企业数据文件未读入): why, and where. Nothing of it was kept.
public final class FirmFileRefused extends Exception {

    private static final long serialVersionUID = 1;

    public enum Fault {
        /// There is no line, or none behind the head.
        EMPTY,
        /// It is no CSV in UTF-8, or no gzip where it says so.
        UNREADABLE,
        /// The head names a column twice.
        COLUMN_TWICE,
        /// The head names no fact.
        NO_FACT,
        TOO_MANY_CELLS,
        /// A cell is not of its fact's type.
        VALUE_WRONG,
        TOO_MANY_FIRMS
    }

    private final Fault fault;
    private final int line;
    private final @Nullable String column;
    private final String found;
    private final String expected;

    /// @param line counted from 1; 0 where it concerns the whole file
    /// @param found what stands there, or what the reader said
    /// @param expected what should stand there: a type, or a number
    public FirmFileRefused(Fault fault, int line, @Nullable String column, String found, String expected) {
        super(fault + " in line " + line);
        this.fault = fault;
        this.line = line;
        this.column = column;
        this.found = found;
        this.expected = expected;
    }

    static FirmFileRefused whole(Fault fault, String found) {
        return new FirmFileRefused(fault, 0, null, found, "");
    }

    public Fault fault() {
        return fault;
    }

    public int line() {
        return line;
    }

    public @Nullable String column() {
        return column;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }

    /// For the command line and for programs; pages phrase it by the parts.
    public String sentence() {
        return switch (fault) {
            case EMPTY -> "it is empty";
            case UNREADABLE -> "it cannot be read: " + found;
            case COLUMN_TWICE -> "its head names the column " + found + " twice";
            case NO_FACT -> "its head names none of the facts " + expected;
            case TOO_MANY_CELLS -> "line " + line + " has " + found + " cells, the head has " + expected;
            case VALUE_WRONG -> "line " + line + ", column " + column + ": '" + found + "' is no " + expected;
            case TOO_MANY_FIRMS -> "it has more than " + expected + " firms";
        };
    }
}
