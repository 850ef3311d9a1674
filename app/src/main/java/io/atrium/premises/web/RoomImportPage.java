// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.web.component.Form;
import java.util.List;

/// Handing in a file of rooms, and what is wrong with one that was not taken in.
///
/// @param columns headings that the file must and may have
public record RoomImportPage(Form form, List<String> columns, List<Problem> problems, String left) {

    public record Problem(String line, String column, String what, String value) {}
}
