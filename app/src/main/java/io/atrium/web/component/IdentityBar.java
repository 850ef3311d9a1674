// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who a firm is, on one strip (主体栏): names in their own languages, states in words, what it is known by, and who
/// verified that. Texts are already in the reader's language.
///
/// @param href leads to the whole file; absent on the file itself
public record IdentityBar(
        List<Name> names,
        List<Tag> states,
        List<Fact> facts,
        Badge badge,
        @Nullable String href) {

    /// @param lang tag of the language that the name is in
    /// @param note what the reader should know of it: that the name in their language is missing
    public record Name(String text, String lang, @Nullable String note) {}

    /// Whether the identity was verified, by whom and when.
    public record Badge(Tag state, String text) {}

    public IdentityBar linked(String target) {
        return new IdentityBar(names, states, facts, badge, target);
    }
}
