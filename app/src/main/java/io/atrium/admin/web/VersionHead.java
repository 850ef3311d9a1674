// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.kernel.RequestKey;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Tag;
import org.jspecify.annotations.Nullable;

/// What every page of a version shows, whatever its content: state, who, what next, and the steps that are open.
///
/// @param path of the version; its steps are below it
/// @param against which version the difference is shown to
/// @param canSubmit as a draft
/// @param publish for a second person only
public record VersionHead(
        String path,
        Tag state,
        String author,
        String basedOn,
        @Nullable Next next,
        Field against,
        boolean canSubmit,
        boolean canSendBack,
        @Nullable Form publish,
        RequestKey key) {}
