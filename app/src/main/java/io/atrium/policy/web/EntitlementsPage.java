// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a firm is entitled to, in the groups in which it is shown.
///
/// @param isUndecided nothing was decided yet: the facts have only just arrived, or there are none
public record EntitlementsPage(String asOf, boolean isUndecided, List<Group> groups) {

    public record Group(String id, String title, String lead, List<Card> cards) {}

    /// @param amount the amount or ceiling in words; null when there is none
    /// @param hint the nearest change or what is missing
    /// @param grant where a grant stands that is on its way
    public record Card(
            String title,
            String benefit,
            String href,
            Tag outcome,
            @Nullable String amount,
            String mode,
            String issuer,
            List<String> hints,
            @Nullable Grant grant) {}

    public record Grant(String href, Tag state) {}
}
