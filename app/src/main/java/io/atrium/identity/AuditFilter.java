// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which entries of the audit trail are asked for (审计筛选); empty texts and nulls leave a part open.
///
/// @param person part of a name, or an id
/// @param organisation part of a name, or an id
/// @param action exactly
/// @param subject id of the record that was changed
/// @param from the first day
/// @param to the last day
public record AuditFilter(
        String person,
        String organisation,
        String action,
        String subject,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static final AuditFilter ALL = new AuditFilter("", "", "", "", null, null);

    public AuditFilter about(String record, String what) {
        return new AuditFilter(person, organisation, what, record, from, to);
    }
}
