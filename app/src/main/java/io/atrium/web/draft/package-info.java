// SPDX-License-Identifier: Apache-2.0

/// What people typed and have not sent yet (草稿): drafts of long forms, kept per person until the form is sent, and the
/// content of a form whose session had ended, kept in the browser's session until its owner signs in again. Neither is
/// ever sent by itself. Start at [io.atrium.web.draft.Drafts] and [io.atrium.web.draft.FormRescue].
@NullMarked
package io.atrium.web.draft;

import org.jspecify.annotations.NullMarked;
