// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Before a firm applies: for whom it is, what is needed, how long it takes, what one gets, what will be asked.
///
/// @param verdict how the firm stands with it today, in a sentence
/// @param conditions for whom it is
/// @param asked facts that will be asked for; everything else is known
/// @param blocked why nothing can be applied for here; null where it can
/// @param open the address of the application that is open already
public record ApplicationStartPage(
        String benefit,
        String verdict,
        List<Fact> terms,
        List<PolicyPage.ConditionLine> conditions,
        String known,
        List<String> asked,
        List<String> course,
        @Nullable String blocked,
        @Nullable String open,
        @Nullable Form start,
        String policy) {}
