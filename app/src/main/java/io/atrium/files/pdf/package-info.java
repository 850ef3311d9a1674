// SPDX-License-Identifier: Apache-2.0
/// Official sheets (正式文书): PDF made from a template, with number, version, hash, and a code that anybody can check.
///
/// Start at [io.atrium.files.pdf.OfficialSheets]; how a module issues its own: `docs/guide/official-sheets.md`. A sheet
/// says what the page says, in the same words; this package knows nothing of what that is.
@NamedInterface("pdf")
@NullMarked
package io.atrium.files.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
