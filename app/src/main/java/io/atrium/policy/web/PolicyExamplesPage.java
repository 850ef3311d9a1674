// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Form;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Tag;
import java.util.List;

/// The examples of a draft with what they came to, and those that Atrium proposes.
///
/// @param form its address, hidden fields and errors
/// @param isReadable whether the package can be run at all
/// @param missing what no example shows yet, in words
public record PolicyExamplesPage(
        Tag state,
        List<Tab> tabs,
        Form form,
        boolean isOpen,
        boolean isReadable,
        List<String> missing,
        List<ProposalRow> proposals,
        String counted,
        List<ExampleRow> examples,
        String draftHref) {

    /// @param firm the facts and the day, in words
    /// @param outcome what the example would assert
    public record ProposalRow(String id, String name, String firm, String outcome) {}

    /// @param differences where it came out otherwise than expected, condition by condition
    public record ExampleRow(
            String name, String firm, String expected, String actual, Tag verdict, List<String> differences) {}
}
