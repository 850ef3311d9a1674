// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.web.component.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of a need, with what may help before it is sent, what the record says that it is about and how long each
/// category may take.
public record RaisePage(
        Form form,
        @Nullable String about,
        List<String> lines,
        List<Term> terms,
        @Nullable Hinted hints) {

    /// What may help before it is sent.
    ///
    /// @param category that it is most likely, in words; null when nothing speaks for one
    /// @param choose its code, to be chosen with one click; null when it is chosen already
    /// @param because in one line
    public record Hinted(
            @Nullable String category,
            @Nullable String choose,
            @Nullable String because,
            List<Link> answers,
            List<Link> cases) {}

    public record Link(String title, String href, String note) {}

    public record Term(String category, String contact, String finish, String unit) {}
}
