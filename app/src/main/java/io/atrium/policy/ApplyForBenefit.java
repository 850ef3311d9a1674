// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.web.Seen;
import java.util.List;
import java.util.Map;

/// What a firm does with its applications (企业申报). Each has a key and an outcome of its own.
public sealed interface ApplyForBenefit {

    /// Begins a draft.
    record Start(PolicyId policy) implements ApplyForBenefit {}

    /// What the department should know that no fact says.
    record State(ApplicationId application, String statement) implements ApplyForBenefit {}

    /// Which papers of the store prove which condition; what is not named is taken out.
    ///
    /// @param papers ids of certificates by the id of the condition
    record PickPapers(ApplicationId application, Map<String, List<String>> papers) implements ApplyForBenefit {}

    /// Adds one paper that was just put into the store.
    record AddPaper(ApplicationId application, String slot, String certificate) implements ApplyForBenefit {}

    /// @param seen what the firm saw when it checked its answers
    record Submit(ApplicationId application, Seen seen) implements ApplyForBenefit {}

    /// @param answers by the id of what was lacking
    record Complete(ApplicationId application, Map<Long, String> answers, Seen seen) implements ApplyForBenefit {}

    record Withdraw(ApplicationId application, String reason) implements ApplyForBenefit {}

    /// @param shared whether stewards may look at it
    record Share(ApplicationId application, boolean shared) implements ApplyForBenefit {}
}
