// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.DeclareFact;
import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.company.FactQuestion;
import io.atrium.company.FactSource;
import io.atrium.company.FactValue;
import io.atrium.company.OwnFiles;
import io.atrium.company.RecordOutcome;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.ApplicationCheck;
import io.atrium.web.Seen;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The facts of an application: those known, with source and date; questions after those missing; and their answers,
/// which become facts of the company file like any other statement of the firm.
@Component
class ApplicationFacts {

    private static final String PREFIX = "fact_";

    private final FactCatalogue catalogue;
    private final OwnFiles own;
    private final BusinessClock clock;

    ApplicationFacts(FactCatalogue catalogue, OwnFiles own, BusinessClock clock) {
        this.catalogue = catalogue;
        this.own = own;
        this.clock = clock;
    }

    /// Everything that the policy reads and somebody has told.
    List<ApplicationCoursePage.Known> known(ApplicationCheck check, Text t) {
        return check.policy().compiled().factsAsked().keySet().stream()
                .flatMap(key -> known(check, key, t).stream())
                .toList();
    }

    private Optional<ApplicationCoursePage.Known> known(ApplicationCheck check, String key, Text t) {
        var value = check.facts().values().get(key);
        return value == null ? Optional.empty() : catalogue.find(key).map(fact -> known(fact, value, t));
    }

    private ApplicationCoursePage.Known known(FactDefinition fact, FactValue value, Text t) {
        var words = new PolicyWords(t, catalogue);
        var name = fact.isYearly()
                ? t.of("policy.application.year", words.factName(fact.key()), year(value))
                : words.factName(fact.key());
        var shown = Fact.of(name, words.factValue(fact.key(), canonical(value.value())))
                .from(t, t.of("company.source." + value.source()), value.sourceDate());
        return new ApplicationCoursePage.Known(shown, fact.isDerived() ? null : correction(fact, value));
    }

    /// What the firm said it says again; what others said it asks to have corrected.
    private static String correction(FactDefinition fact, FactValue value) {
        if (value.source().equals(FactSource.SELF_REPORT.name()) && fact.declarable()) {
            return "/company/facts/" + fact.key() + "/declaration";
        }
        var request = "/corrections/new?fact=" + fact.key();
        return fact.isYearly() ? request + "&year=" + year(value) : request;
    }

    private static String year(FactValue value) {
        return Integer.toString(value.validFrom().getYear());
    }

    private static String canonical(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case List<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(";"));
            default -> String.valueOf(value);
        };
    }

    /// Facts that only an office can bring, each with the request that asks for it.
    List<Fact> elsewhere(ApplicationCheck check, Text t) {
        return check.missing(catalogue).stream()
                .filter(fact -> !fact.declarable())
                .map(fact -> Fact.of(new FactQuestion(fact, t).label(), t.of("policy.application.facts.request"))
                        .linked(request(fact)))
                .toList();
    }

    private String request(FactDefinition fact) {
        var request = "/corrections/new?fact=" + fact.key();
        return fact.isYearly() ? request + "&year=" + lastYear() : request;
    }

    List<FactDefinition> askable(ApplicationCheck check) {
        return check.askable(catalogue);
    }

    /// All questions are optional here: what stays open is told at the check.
    List<Field> questions(ApplicationCheck check, Text t) {
        return askable(check).stream().map(fact -> question(fact, t)).toList();
    }

    private Field question(FactDefinition fact, Text t) {
        var question = new FactQuestion(fact, t);
        var label = fact.isYearly()
                ? t.of("policy.application.year", question.label(), Integer.toString(lastYear()))
                : question.label();
        return question.labelled(PREFIX + fact.key(), label).optional();
    }

    /// The questions with what was typed, also where several were ticked.
    Form answered(Form form, Map<String, List<String>> typed) {
        return form.restored(typed);
    }

    /// Writes down every answer that can be; returns what was wrong with the others.
    List<FieldError> state(
            Actor actor, RequestKey key, ApplicationCheck check, Map<String, List<String>> typed, Text t) {
        var wrong = new ArrayList<FieldError>();
        for (var fact : askable(check)) {
            var value = FactQuestion.typed(typed, PREFIX + fact.key());
            if (!value.isBlank()) {
                refusal(actor, key, fact, value)
                        .map(refused -> t.refusal(refused.refusal()))
                        .ifPresent(told ->
                                wrong.add(FieldError.of(PREFIX + fact.key(), told.detail() + " " + told.remedy())));
            }
        }
        return wrong;
    }

    private Optional<RecordOutcome.Refused> refusal(Actor actor, RequestKey key, FactDefinition fact, String value) {
        var year = fact.isYearly() ? Integer.valueOf(lastYear()) : null;
        var command =
                new DeclareFact(key.part(fact.key()), actor, fact.key(), year, value, clock.today(), Seen.ANYTHING);
        return own.declare(command) instanceof RecordOutcome.Refused refused ? Optional.of(refused) : Optional.empty();
    }

    /// The latest ended year: yearly facts are decided by it.
    private int lastYear() {
        return clock.today().getYear() - 1;
    }

    /// Facts on which a condition rests that only the firm told, or nobody: there a paper helps.
    static boolean isProven(Set<String> sources) {
        return !sources.isEmpty()
                && sources.stream()
                        .allMatch(source -> Arrays.asList(FactSource.REGISTRY.name(), FactSource.OFFICER.name())
                                .contains(source));
    }
}
