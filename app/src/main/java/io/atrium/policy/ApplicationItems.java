// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import java.util.List;
import java.util.stream.Stream;

/// To what a comment or a defect can be pinned (事项): a fact, the papers of a condition, the statement, or the whole.
public final class ApplicationItems {

    public static final String WHOLE = "whole";
    public static final String STATEMENT = "statement";
    public static final String FACT = "fact:";
    public static final String PAPER = "paper:";

    private ApplicationItems() {}

    /// In the order of the form.
    public static List<String> of(PublishedPolicy policy) {
        var facts = policy.compiled().factsAsked().keySet().stream().map(key -> FACT + key);
        var papers = Stream.concat(
                policy.content().conditions().leaves().map(leaf -> PAPER + leaf.id()),
                Stream.of(PAPER + ApplicationPaper.OTHER));
        return Stream.of(Stream.of(WHOLE), facts, papers, Stream.of(STATEMENT))
                .flatMap(items -> items)
                .toList();
    }
}
