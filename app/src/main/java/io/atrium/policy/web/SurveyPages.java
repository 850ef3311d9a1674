// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.EntitlementSurvey;
import io.atrium.policy.GrantLists.Part;
import io.atrium.policy.Policies;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.SurveyFilter;
import io.atrium.policy.SurveyRow;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tile;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/entitlement-survey`: who would be granted, who is one condition away, across the firms that the reader may see.
@Controller
class SurveyPages {

    private static final String PATH = "/entitlement-survey";
    private static final List<String> OUTCOMES = List.of(
            Outcome.ENTITLED.name(),
            Outcome.CEILING.name(),
            SurveyFilter.NEAR,
            Outcome.NOT_YET.name(),
            Outcome.UNKNOWN.name());

    private final EntitlementSurvey survey;
    private final Policies policies;
    private final FactCatalogue catalogue;
    private final Sheets sheets;

    SurveyPages(EntitlementSurvey survey, Policies policies, FactCatalogue catalogue, Sheets sheets) {
        this.survey = survey;
        this.policies = policies;
        this.catalogue = catalogue;
        this.sheets = sheets;
    }

    @Bean
    static NavItem surveyNavItem() {
        return new NavItem(
                NavGroup.BENEFITS,
                "policy.survey.title",
                PATH,
                15,
                viewer -> viewer.filter(actor -> actor.kind() != OrgKind.FIRM && actor.may(Permission.READ_ENTITLEMENT))
                        .isPresent());
    }

    @GetMapping(PATH)
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_ENTITLEMENT);
        var scope = actor.scope(Permission.READ_ENTITLEMENT);
        var filter = filter(query);
        var words = new PolicyWords(t, catalogue);
        var rows = survey.page(scope, filter, query.sort(), new Part(query.offset(), query.size())).stream()
                .map(row -> row(row, words))
                .toList();
        var counts = survey.counts(scope, filter.policy());
        var tiles = OUTCOMES.stream()
                .map(outcome -> Tile.of(
                        t.of("policy.survey.outcome." + outcome),
                        new Figure(t.number(counts.getOrDefault(outcome, 0)), t.of("policy.survey.unit")),
                        href(outcome, query.filter("policy"))))
                .toList();
        var table = table().paged(query, survey.count(scope, filter)).exported(query);
        return PageView.of(
                        "policy/survey",
                        "policy.survey.title",
                        new SurveyPage(tiles, query, filters(words), table, rows))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping(PATH + "/export")
    ResponseEntity<byte[]> export(Actor actor, ListQuery query, SheetFormat format, Text t) {
        actor.require(Permission.READ_ENTITLEMENT);
        var scope = actor.scope(Permission.READ_ENTITLEMENT);
        var filter = filter(query);
        var words = new PolicyWords(t, catalogue);
        var rows = SheetRows.paged(
                survey.count(scope, filter),
                (page, size) -> survey.page(scope, filter, query.sort(), new Part((long) (page - 1) * size, size)));
        var sheet = Sheet.<SurveyRow>named("policy.survey.title")
                .text("policy.grant-list.firm", row -> row.firmName(t.lang()))
                .text(
                        "policy.list.policy",
                        row -> words.of(row.entitlement().policy().header().title()))
                .text(
                        "policy.survey.outcome",
                        row -> t.of(
                                "policy.outcome",
                                row.entitlement().stored().decision().outcome()))
                .money(
                        "policy.grant-list.amount",
                        row -> words.money(row.entitlement().stored().decision()))
                .text("policy.survey.hint", row -> hint(row, words));
        return sheets.answer(sheet, rows, new SheetAsk(format, query, t));
    }

    private SurveyFilter filter(ListQuery query) {
        var policy = policies.list().stream()
                .map(PublishedPolicy::id)
                .filter(known -> known.value().equals(query.filter("policy")))
                .findFirst();
        return SurveyFilter.of(policy, query.filter("outcome"), query.filter("text"));
    }

    private static String href(String outcome, String policy) {
        return PATH + "?outcome=" + outcome + (policy.matches("[a-z0-9-]+") ? "&policy=" + policy : "");
    }

    private static SurveyPage.Row row(SurveyRow row, PolicyWords words) {
        var decision = row.entitlement().stored().decision();
        var policy = row.entitlement().policy();
        return new SurveyPage.Row(
                row.firmName(words.t().lang()),
                "/companies/" + row.entitlement().stored().firm() + "/entitlements/" + policy.id(),
                words.of(policy.header().title()),
                Tags.of(decision.outcome()),
                words.amount(decision),
                hint(row, words));
    }

    private static String hint(SurveyRow row, PolicyWords words) {
        var decision = row.entitlement().stored().decision();
        var comma = words.t().of("policy.comma");
        return decision.outcome() == Outcome.UNKNOWN
                ? decision.missingFacts().stream().map(words::factName).collect(Collectors.joining(comma))
                : String.join(
                        comma, new Reasons(words, row.entitlement().policy().content()).changes(decision.nearest()));
    }

    private List<Field> filters(PolicyWords words) {
        var all = Option.key("", "policy.filter.all");
        var titles = policies.list().stream()
                .map(policy -> Option.literal(
                        policy.id().value(), words.of(policy.header().title())));
        var outcomes = Stream.concat(OUTCOMES.stream(), Stream.of(Outcome.REVIEW.name(), Outcome.NOT_IN_FORCE.name()))
                .map(outcome -> Option.key(outcome, "policy.survey.outcome." + outcome));
        return List.of(
                Field.text("text", "policy.grant-list.firm"),
                Field.select(
                        "policy",
                        "policy.list.policy",
                        Stream.concat(Stream.of(all), titles).toList()),
                Field.select(
                        "outcome",
                        "policy.survey.outcome",
                        Stream.concat(Stream.of(all), outcomes).toList()));
    }

    private static Table table() {
        return Table.of(
                "policy.survey.caption",
                Empty.nothingYet("policy.survey.none"),
                0,
                Column.text("policy.grant-list.firm").sortedBy("firm"),
                Column.text("policy.list.policy"),
                Column.text("policy.survey.outcome"),
                Column.number("policy.survey.amount").sortedBy("amount"),
                Column.text("policy.survey.hint"));
    }
}
