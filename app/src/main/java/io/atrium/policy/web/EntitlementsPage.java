// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a firm is entitled to, in the groups in which it is shown.
///
/// @param first what to add first, when facts are missing: those that most policies wait for
/// @param elsewhere what is for firms of other places
/// @param overlaps which policies exclude each other, and the better combination
/// @param groups the four groups, by how much the firm still has to do
/// @param others texts that are not in force: for information only
/// @param simulation where one asks "what if"
public record EntitlementsPage(
        String asOf,
        @Nullable First first,
        List<String> overlaps,
        List<Group> groups,
        Group elsewhere,
        Group others,
        String simulation) {

    /// @param href where facts are added, or seen to be missing; null where the firm has no file that one could open
    /// @param action what the link says
    public record First(
            boolean hasNoFacts,
            List<String> facts,
            @Nullable String href,
            String action) {}

    public record Group(String id, String title, String lead, List<Card> cards) {}

    /// @param amount the amount or ceiling in words; null when there is none
    /// @param terms deadline, when it is paid, whom to ask
    /// @param hintTitle whether facts are missing or a threshold fails
    /// @param hints the nearest change or what is missing
    /// @param grant where a grant stands that is on its way
    /// @param apply null where nothing can be applied for, or the reader may not
    public record Card(
            String title,
            String benefit,
            String href,
            Tag outcome,
            @Nullable String amount,
            Tag mode,
            String issuer,
            List<Fact> terms,
            @Nullable String hintTitle,
            List<String> hints,
            @Nullable Grant grant,
            @Nullable Apply apply) {}

    /// How a firm applies (申报), or where its open application stands.
    ///
    /// @param state null before anything was begun
    public record Apply(String href, @Nullable Tag state) {}

    /// @param about which of several: budget year and amount
    public record Grant(String href, String about, Tag state) {}
}
