// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// One version of a service pack (服务包版本): the whole list as it was then.
public record PackVersion(int number, String title, String reason, String by, Instant at, List<Line> lines) {

    public record Line(ItemId item, String words, OrgId unit, LocalDate dueOn) {}

    public PackVersion {
        lines = List.copyOf(lines);
    }
}
