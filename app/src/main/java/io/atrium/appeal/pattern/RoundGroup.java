// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.kernel.OrgId;
import java.time.YearMonth;

/// The cases of one unit in one category that were raised in a month and did not end well (会诊组).
public record RoundGroup(YearMonth month, OrgId unit, String category) {}
