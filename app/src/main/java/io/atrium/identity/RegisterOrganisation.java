// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.access.OrgKind;
import org.jspecify.annotations.Nullable;

/// @param unifiedCode unified social credit code (统一社会信用代码), absent for the community's own bodies
public record RegisterOrganisation(
        OrgKind kind,
        String nameZh,
        String nameEn,
        @Nullable String unifiedCode) {}
