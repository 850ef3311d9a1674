// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.company.FactType;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.kernel.Fen;
import io.atrium.policy.Simulations.Compared;
import io.atrium.policy.Simulations.Simulated;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the page of a simulation.
final class SimulationViews {

    private final Text t;
    private final PolicyWords words;

    SimulationViews(Text t, FactCatalogue catalogue) {
        this.t = t;
        this.words = new PolicyWords(t, catalogue);
    }

    SimulationPage page(
            String action, List<FactDefinition> facts, Simulated simulated, Map<String, String> typed, Supposed asked) {
        var fields = facts.stream().map(this::field).toArray(Field[]::new);
        var form = Form.to(action, "policy.simulation.submit", fields)
                .answered(typed)
                .wrong(asked.errors());
        var questions = new ArrayList<SimulationPage.Question>();
        for (int i = 0; i < facts.size(); i++) {
            var fact = facts.get(i);
            var known = Optional.ofNullable(simulated.known().get(fact.key()))
                    .map(value -> words.factValue(fact.key(), value))
                    .orElse(t.of("policy.why.fact-missing"));
            questions.add(new SimulationPage.Question(form.fields().get(i), label(fact), known));
        }
        var isAsked = asked.errors().isEmpty() && !asked.values().isEmpty();
        return new SimulationPage(
                action,
                form,
                questions,
                isAsked ? summary(simulated.policies()) : null,
                isAsked ? rows(simulated.policies()) : List.of());
    }

    private String label(FactDefinition fact) {
        var name = words.factName(fact.key());
        return switch (fact.type()) {
            case MONEY -> t.of("policy.simulation.in-yuan", name);
            case NUMBER -> "ratio".equals(fact.unit()) ? t.of("policy.simulation.in-percent", name) : name;
            default -> name;
        };
    }

    private Field field(FactDefinition fact) {
        var keep = Option.key("", "policy.simulation.keep");
        if (fact.type() == FactType.BOOLEAN) {
            return Field.select(
                    fact.key(),
                    "policy.simulation.value",
                    List.of(keep, Option.key("true", "web.yes"), Option.key("false", "web.no")));
        }
        if (fact.isCoded()) {
            var options = new ArrayList<Option>(List.of(keep));
            fact.choices()
                    .forEach(value ->
                            options.add(Option.literal(value.value(), t.lang() == Lang.ZH ? value.zh() : value.en())));
            return Field.select(fact.key(), "policy.simulation.value", options);
        }
        return Field.text(fact.key(), "policy.simulation.value").small().autocomplete("off");
    }

    private String summary(List<Compared> policies) {
        long changed = policies.stream().filter(Compared::isChanged).count();
        return changed == 0
                ? t.of("policy.simulation.same")
                : t.of(
                        "policy.simulation.summary",
                        changed,
                        sum(policies.stream().map(Compared::before).toList()),
                        sum(policies.stream().map(Compared::after).toList()));
    }

    /// What is due without anybody's judgement; ceilings are no promise and are not added up.
    private static Fen sum(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.outcome() == Outcome.ENTITLED)
                .flatMap(decision -> Optional.ofNullable(decision.amount()).stream())
                .flatMap(amount -> amount.yuan().stream())
                .map(Fen::ofYuan)
                .reduce(Fen.ZERO, Fen::plus);
    }

    private List<SimulationPage.Row> rows(List<Compared> policies) {
        return policies.stream()
                .sorted(Comparator.comparing(Compared::isChanged).reversed())
                .map(compared -> new SimulationPage.Row(
                        words.of(compared.policy().header().title()),
                        "/policies/" + compared.policy().id(),
                        answer(compared.before()),
                        answer(compared.after()),
                        compared.isChanged()))
                .toList();
    }

    private SimulationPage.Answer answer(Decision decision) {
        return new SimulationPage.Answer(Tags.of(decision.outcome()), words.amount(decision));
    }
}
