// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import org.jspecify.annotations.Nullable;

/// A fact as a registry or a firm would write it down; `year` only for yearly facts. Unknown facts are left out.
public record InventedFact(String key, @Nullable Integer year, String value) {
    /// The column of a delivery that holds it: `revenue_2025`, `employees`.
    public String column() {
        return year == null ? key : key + "_" + year;
    }
}
