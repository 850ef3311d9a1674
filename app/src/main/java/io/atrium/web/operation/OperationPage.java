// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import io.atrium.web.component.Step;
import io.atrium.web.component.Tag;
import io.atrium.web.text.RefusalText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `jte/operation/operation.jte` and its live part show; texts are in the reader's language.
///
/// @param liveHref the part that is fetched again; null once it is over
/// @param total null where the length of the stage is not known
public record OperationPage(
        String id,
        Tag state,
        List<Step> stages,
        long done,
        @Nullable Long total,
        String startedAt,
        @Nullable String estimate,
        boolean isAlready,
        @Nullable String liveHref,
        @Nullable String streamHref,
        @Nullable String cancelAction,
        @Nullable String resultHref,
        @Nullable RefusalText problem) {}
