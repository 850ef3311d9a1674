// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.web.text.Text;
import java.util.Map;

/// How policies are called (政策名称). Vouchers keep only a policy's id; whoever owns the catalogue contributes the one
/// bean of this kind.
public interface PolicyTitles {

    /// Titles by id, in the reader's language.
    Map<String, String> all(Text t);
}
