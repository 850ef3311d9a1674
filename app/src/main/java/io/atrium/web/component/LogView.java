// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import java.util.List;

/// A log that grows (日志): the lines so far, and where to follow it. `streamHref` sends server-sent events `line` with
/// the line number as id, then `end`; `pollHref` answers `{"lines":[…],"next":n,"done":bool}` for `?after=n`.
public record LogView(List<String> lines, long next, boolean isEnded, String streamHref, String pollHref) {

    public String text() {
        return String.join("\n", lines);
    }
}
