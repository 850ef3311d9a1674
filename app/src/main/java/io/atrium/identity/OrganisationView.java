// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.OrgKind;
import org.jspecify.annotations.Nullable;

/// An organisation (组织) as others see it.
public record OrganisationView(
        OrgId id,
        OrgKind kind,
        String nameZh,
        String nameEn,
        @Nullable String unifiedCode) {}
