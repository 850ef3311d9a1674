// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.web.text.Text;
import java.util.Optional;

/// What a higher module has to say to whoever looks at a firm's vouchers (用券提示): a voucher pays a share, and what
/// keeps the firm from paying the rest keeps the voucher from being used.
public interface VoucherRemarks {

    /// @param href a page that the reader may open
    record Remark(String text, String action, String href) {}

    Optional<Remark> of(Actor actor, OrgId firm, Text t);
}
