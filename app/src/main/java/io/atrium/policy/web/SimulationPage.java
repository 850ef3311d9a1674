// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// "What if" (政策模拟): the facts that may be supposed, and what the policies would come to.
///
/// @param asked the answers as they were typed, with what is wrong with them
/// @param summary what changes, in one sentence; null as long as nothing is supposed
public record SimulationPage(
        String action,
        Form asked,
        List<Question> questions,
        @Nullable String summary,
        List<Row> rows) {

    /// @param known the value of today, or that it is missing
    public record Question(Field field, String label, String known) {}

    public record Row(String title, String href, Answer before, Answer after, boolean isChanged) {}

    public record Answer(Tag outcome, @Nullable String amount) {}
}
