// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.web.component.Form;
import java.util.List;

/// Handing in a file of hotline orders, and what is wrong with one that was not taken in.
///
/// @param columns headings that the file must and may have
public record HotlinePage(Form form, List<String> columns, List<Problem> problems) {

    public record Problem(String line, String column, String what, String value) {}
}
