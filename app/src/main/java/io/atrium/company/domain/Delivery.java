// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import io.atrium.company.ImportReport.Problem;
import java.util.List;

/// A registry delivery as it was read: its rows, and everything that is wrong with it.
public record Delivery(List<Row> rows, List<Problem> problems) {
    /// @param claims without origin's reference and evidence, which the import adds
    public record Row(int line, String unifiedCode, String name, List<Claim> claims) {}

    public Delivery {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }
}
