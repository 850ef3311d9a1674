// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.web.component.Form;
import java.util.List;

/// Handing in a file of hotline orders, and what is wrong with one that was not taken in.
///
/// @param columns headings that the file must and may have
public record HotlinePage(Form form, List<String> columns, Problems problems) {

    /// What is wrong, row by row.
    ///
    /// @param left how many more there are, in words; empty when all are shown
    public record Problems(List<Problem> shown, String left) {}

    public record Problem(String line, String column, String what, String value) {}

    /// What came of a file of which only the sound rows were taken in.
    ///
    /// @param refusedFile the rows to mend
    public record Report(String sum, Problems problems, String refusedFile, List<Taken> taken, String left) {}

    public record Taken(String href, String title, String number) {}
}
