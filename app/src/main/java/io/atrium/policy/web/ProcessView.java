// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a policy costs a firm, before and now, on its own page.
///
/// @param rows steps, days, documents, visits
/// @param source from where the figures before are; null where there are none
/// @param cases on how many cases the figures now rest, or that there are too few
public record ProcessView(List<Row> rows, @Nullable String source, String cases, List<Fact> definitions) {

    public record Row(String name, String before, String now) {}
}
