// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.OrgId;
import java.util.List;

/// Who leads a category, who takes it when nobody is responsible, who helps (主办、兜底、协办单位).
public record RouteRule(String category, OrgId lead, OrgId fallback, List<OrgId> helpers) {

    public RouteRule {
        helpers = List.copyOf(helpers);
    }
}
