// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.api;

import io.atrium.company.CompanyView;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A firm in JSON.
record CompanyJson(
        String id,
        String unifiedCode,
        String nameZh,
        @Nullable String nameEn,
        @Nullable String city,
        @Nullable String district,
        @Nullable String industry,
        @Nullable Boolean inCommunity,
        @Nullable LocalDate registeredOn) {

    static CompanyJson of(CompanyView company) {
        return new CompanyJson(
                company.id().value(),
                company.unifiedCode(),
                company.nameZh(),
                company.nameEn(),
                company.city(),
                company.district(),
                company.industry(),
                company.inCommunity(),
                company.registeredOn());
    }
}
