// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import static io.atrium.jooq.Tables.VOUCHER;

import io.atrium.kernel.OrgId;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Which vouchers a list shows; null means all.
public record VoucherFilter(@Nullable OrgId firm, @Nullable VoucherState state) {
    public static final VoucherFilter ALL = new VoucherFilter(null, null);

    Condition condition() {
        return DSL.and(
                firm == null ? DSL.noCondition() : VOUCHER.FIRM_ID.eq(firm.value()),
                state == null ? DSL.noCondition() : VOUCHER.STATE.eq(state.name()));
    }
}
