// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

/// Id of a budget: `bdg_…`; sorts by age.
public record BudgetId(String value) {

    public static final String PREFIX = "bdg";

    @Override
    public String toString() {
        return value;
    }
}
