// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Permission;

/// A sheet that is to be issued (文书底稿).
///
/// @param kind its kind: the message `sheet.kind.<kind>` names it
/// @param permission who may issue and read it: those who have this permission for the holder's rows
/// @param subject the record that it is about; a changed sheet of the same subject becomes the next version
/// @param title in the reader's language
/// @param template the content: `policy/decision-sheet` is `jte/policy/decision-sheet.jte`, with `t` and `page`
public record SheetDraft(
        String kind, Permission permission, Holder holder, String subject, String title, String template, Object page) {

    /// Whose sheet it is (持有单位).
    public record Holder(OrgId organisation, String name) {}
}
