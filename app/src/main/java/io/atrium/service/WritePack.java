// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the service pack of a firm, or its next version (编制服务包).
///
/// @param seen the version that was read before; 0 when there was none
/// @param reason what it is written for
/// @param lines the whole list; an item that is left out is dropped, unless the firm confirmed it
public record WritePack(RequestKey key, OrgId firm, int seen, String title, String reason, List<Line> lines) {

    public static final int TITLE_LENGTH_MAX = 80;
    public static final int REASON_LENGTH_MAX = 500;
    public static final int WORDS_LENGTH_MAX = 200;
    public static final int LINES_MAX = 20;

    /// One promise. @param item null for a new one
    public record Line(@Nullable ItemId item, String words, OrgId unit, LocalDate dueOn) {}

    public WritePack {
        lines = List.copyOf(lines);
    }
}
