// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.web.component.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of a need, with what the record says that it is about and how long each category may take.
public record RaisePage(
        Form form,
        @Nullable String about,
        List<String> lines,
        List<Term> terms) {

    public record Term(String category, String contact, String finish, String unit) {}
}
