// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A firm as lists and identity bars show it.
public record CompanyView(
        OrgId id,
        String unifiedCode,
        String nameZh,
        @Nullable String nameEn,
        @Nullable String city,
        @Nullable String district,
        @Nullable String industry,
        @Nullable Boolean inCommunity,
        @Nullable LocalDate registeredOn,
        Instant since) {}
