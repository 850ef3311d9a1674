// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import java.time.Instant;
import java.util.Map;

/// One thing that happened to an appeal (办理记录).
///
/// @param isInternal kept from the firm
/// @param facts what is special about the move, such as the new end of an extension
public record StepView(
        String id,
        Instant at,
        AppealMove move,
        String by,
        String organisation,
        boolean isInternal,
        String words,
        Map<String, String> facts) {}
