// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.appeal.FirmLoad;
import io.atrium.kernel.OrgId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A firm and what it needs from its steward (所服务的企业).
///
/// @param term null for a firm without a steward
public record ServedFirm(
        OrgId firm,
        @Nullable StewardTerm term,
        FirmLoad appeals,
        @Nullable LocalDate lastVisit,
        @Nullable LocalDate nextVisit) {}
