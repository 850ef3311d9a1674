// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.policy.LocalText;
import io.atrium.policy.Policies;
import io.atrium.policy.PublishedPolicy;
import io.atrium.web.answer.AnswerSource;
import io.atrium.web.answer.ReadyAnswer;
import io.atrium.web.text.Lang;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Published policies as ready answers: a question about one is often answered on its page.
@Component
class PolicyAnswers implements AnswerSource {

    private final Policies policies;

    PolicyAnswers(Policies policies) {
        this.policies = policies;
    }

    @Override
    public List<ReadyAnswer> answers(Lang lang) {
        return policies.list().stream().map(policy -> answer(policy, lang)).toList();
    }

    private static ReadyAnswer answer(PublishedPolicy policy, Lang lang) {
        var header = policy.header();
        return new ReadyAnswer(
                policy.id().value(),
                in(header.title(), lang),
                Stream.of(header.title(), header.benefit())
                        .map(words -> in(words, Lang.ZH))
                        .collect(Collectors.joining("。")),
                "/policies/" + policy.id());
    }

    private static String in(LocalText text, Lang lang) {
        return lang == Lang.ZH ? text.zh() : text.en();
    }
}
