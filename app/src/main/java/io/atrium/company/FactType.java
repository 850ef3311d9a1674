// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

/// The form of a fact's value, with the Java type that carries it.
public enum FactType {
    /// `String`, or one of the definition's values
    TEXT,
    /// `BigDecimal`
    NUMBER,
    /// `BigDecimal` of yuan with at most two decimals
    MONEY,
    /// `Boolean`; false is a known value, unlike a missing fact
    BOOLEAN,
    /// `LocalDate`
    DATE,
    /// `List<String>`
    LIST
}
