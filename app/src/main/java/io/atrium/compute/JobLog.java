// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import java.util.List;

/// A piece of a job's log (日志): whole lines, and the byte to go on from.
///
/// @param complete nothing will ever follow
public record JobLog(List<Line> lines, long next, boolean complete) {

    /// @param nextByte where the line after this one begins
    public record Line(String text, long nextByte) {}

    public List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }
}
