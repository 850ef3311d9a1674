// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.web.text.Text;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What a voucher is called: by the policy that gave it, for its id says nothing to a reader.
@Component
public class VoucherNames {

    private final ObjectProvider<PolicyTitles> titles;

    VoucherNames(ObjectProvider<PolicyTitles> titles) {
        this.titles = titles;
    }

    /// The names of one page's vouchers: the catalogue is read once for all of them.
    public Names in(Text t) {
        var known = titles.getIfAvailable();
        return new Names(known == null ? Map.of() : known.all(t), t);
    }

    public record Names(Map<String, String> policies, Text t) {

        public String of(VoucherView voucher) {
            return policies.getOrDefault(voucher.policy(), t.of("voucher.title", voucher.amount()));
        }

        /// The policy's title; its id where the catalogue does not know it.
        public String policy(VoucherView voucher) {
            return policies.getOrDefault(voucher.policy(), voucher.policy());
        }
    }
}
