// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.policy.domain.GrantState;
import io.atrium.web.text.Lang;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The grant of one firm.
///
/// @param budgetYear from whose budget it is paid
/// @param dueAt when the present state ends by itself
public record GrantView(
        GrantId id,
        GrantListId list,
        int budgetYear,
        OrgId firm,
        String firmName,
        String firmNameEn,
        PolicyId policy,
        DecisionId decision,
        Fen amount,
        GrantState state,
        @Nullable Instant dueAt,
        @Nullable String voucher) {

    public String firmName(Lang lang) {
        return lang == Lang.ZH ? firmName : firmNameEn;
    }
}
