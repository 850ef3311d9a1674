// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.desk;

import io.atrium.web.component.Due;
import org.jspecify.annotations.Nullable;

/// Something that needs its reader now (待办): one sentence, one action, a deadline if there is one; texts already in the
/// reader's language.
public record DeskItem(
        String text, String action, String href, @Nullable Due due) {}
