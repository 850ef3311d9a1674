// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.identity.AuditTrail;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Table;
import java.util.List;
import java.util.OptionalLong;

/// @param sealed how many entries the chain holds
/// @param firstBroken where the chain breaks, if it does
public record AuditPage(
        Table table, ListQuery query, List<AuditTrail.Entry> rows, int sealed, OptionalLong firstBroken) {}
