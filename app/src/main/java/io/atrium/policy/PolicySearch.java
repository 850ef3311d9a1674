// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.policy.LocalText;
import io.atrium.kernel.access.Actor;
import io.atrium.web.search.SearchFound;
import io.atrium.web.search.SearchHit;
import io.atrium.web.search.SearchSource;
import io.atrium.web.search.SearchWords;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Policies by title, benefit, issuer, document and document number; they are public.
@Component
class PolicySearch implements SearchSource {

    private final Policies policies;

    PolicySearch(Policies policies) {
        this.policies = policies;
    }

    @Override
    public String titleKey() {
        return "policy.search.policies";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public SearchFound find(Actor actor, SearchWords words, int limit, Text t) {
        var hits = policies.list().stream()
                .filter(policy -> words.occurIn(texts(policy)))
                .map(policy -> hit(policy, t))
                .toList();
        return hits.isEmpty()
                ? SearchFound.NOTHING
                : SearchFound.of(hits.stream().limit(limit).toList(), hits.size());
    }

    @Override
    public @Nullable String jump(Actor actor, String id) {
        return policies.list().stream()
                .filter(policy -> policy.id().value().equals(id)
                        || id.equals(policy.header().document().number()))
                .findFirst()
                .map(policy -> "/policies/" + policy.id())
                .orElse(null);
    }

    private static String[] texts(PublishedPolicy policy) {
        var header = policy.header();
        return new String[] {
            both(header.title()),
            both(header.benefit()),
            both(header.issuer()),
            both(header.document().name()),
            Objects.toString(header.document().number(), ""),
            policy.id().value()
        };
    }

    private static SearchHit hit(PublishedPolicy policy, Text t) {
        var header = policy.header();
        var number = header.document().number();
        var issuer = one(header.issuer(), t);
        return new SearchHit(
                one(header.title(), t), number == null ? issuer : issuer + " · " + number, "/policies/" + policy.id());
    }

    private static String both(LocalText text) {
        return text.zh() + "\n" + text.en();
    }

    private static String one(LocalText text, Text t) {
        return t.lang() == Lang.ZH ? text.zh() : text.en();
    }
}
