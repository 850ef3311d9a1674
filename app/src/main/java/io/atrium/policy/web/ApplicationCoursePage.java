// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Reason;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of the form in which a firm applies. All steps share the same frame: where one stands, what the department
/// or
/// the steward said about it, the way back and on.
///
/// @param position `step 2 of 4`, also read out
/// @param remarks what the department found lacking and stewards advise, of this step
/// @param before the step before; null at the first
/// @param onward the step after, where it can be gone to without sending a form
public record ApplicationCoursePage<B>(
        List<Step> steps,
        String position,
        List<Remark> remarks,
        B body,
        @Nullable String before,
        @Nullable String onward,
        String record) {

    public record Remark(String about, String text) {}

    /// Known facts, and a form for what is missing.
    ///
    /// @param form null when the firm has nothing to add
    /// @param elsewhere facts that only an office can bring, each leading to a request
    public record Facts(List<Known> known, @Nullable Form form, List<Fact> elsewhere) {}

    /// @param correct where a wrong value is corrected; null for what follows from others
    public record Known(Fact fact, @Nullable String correct) {}

    /// @param form one group of papers per condition, and the statement
    /// @param add where a paper is put into the store that is not there yet
    public record Papers(Form form, String add, List<Fact> proven) {}

    /// @param amount the most that can be had, in words
    /// @param lacking papers that are advisable and not there
    public record Check(
            Tone tone,
            String verdict,
            String explanation,
            @Nullable String amount,
            List<Reason> reasons,
            List<String> changes,
            List<Fact> mend,
            List<String> lacking,
            List<String> notes) {}

    /// @param send null where the rules say no
    public record Answers(
            List<Known> facts,
            List<Fact> papers,
            String statement,
            @Nullable Form send,
            List<String> consequences,
            @Nullable String refused) {}
}
