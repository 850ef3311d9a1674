// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.ApplicationFilter;
import io.atrium.policy.ApplicationSight;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.Applications;
import io.atrium.policy.GrantLists.Part;
import io.atrium.policy.Policies;
import io.atrium.policy.PolicyId;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.domain.ApplicationState;
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
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/applications`: a firm's own, those of a department, those shared with the stewards.
@Controller
class ApplicationListPages {

    private static final String PATH = "/applications";
    private static final String PASSED = "passed";
    private static final String TODAY = "today";

    private final Applications applications;
    private final ApplicationPageMaker pages;
    private final Policies policies;
    private final FactCatalogue catalogue;
    private final BusinessClock clock;
    private final Sheets sheets;

    ApplicationListPages(
            Applications applications,
            ApplicationPageMaker pages,
            Policies policies,
            FactCatalogue catalogue,
            BusinessClock clock,
            Sheets sheets) {
        this.applications = applications;
        this.pages = pages;
        this.policies = policies;
        this.catalogue = catalogue;
        this.clock = clock;
        this.sheets = sheets;
    }

    @Bean
    static NavItem applicationsNavItem() {
        return new NavItem(
                NavGroup.BENEFITS,
                "policy.nav.applications",
                PATH,
                12,
                viewer -> viewer.filter(actor -> ApplicationSight.of(actor).seesAny())
                        .isPresent());
    }

    @GetMapping(PATH)
    PageView list(Actor actor, ListQuery query, Text t) {
        requireSight(actor);
        var filter = filter(query);
        var rows = applications.page(actor, filter, query.sort(), new Part(query.offset(), query.size())).stream()
                .map(application -> row(application, t))
                .toList();
        var table = table(actor).paged(query, applications.count(actor, filter)).exported(query);
        return PageView.of(
                        "policy/applications",
                        "policy.application.list.title",
                        new ApplicationsPage(
                                t.of("policy.application.list.lead." + reader(actor)),
                                actor.kind() != OrgKind.FIRM,
                                query,
                                filters(t),
                                table,
                                rows))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping(PATH + "/export")
    ResponseEntity<byte[]> export(Actor actor, ListQuery query, SheetFormat format, Text t) {
        requireSight(actor);
        var filter = filter(query);
        var rows = SheetRows.paged(
                applications.count(actor, filter),
                (page, size) ->
                        applications.page(actor, filter, query.sort(), new Part((long) (page - 1) * size, size)));
        var words = new ApplicationWords(t, catalogue);
        var sheet = Sheet.<ApplicationView>named("policy.application.list.title")
                .text("policy.application.number", words::name)
                .text("policy.grant-list.firm", application -> application.firmName(t.lang()))
                .text("policy.list.policy", application -> words.title(policy(application)))
                .text(
                        "policy.application.list.state",
                        application -> t.of("policy.application.state", application.state()))
                .money(
                        "policy.application.ceiling",
                        application -> application.ruling().ceiling())
                .money(
                        "policy.application.amount",
                        application -> application.ruling().amount())
                .moment("policy.application.submitted", ApplicationView::submittedAt)
                .moment("policy.application.list.due", ApplicationView::dueAt)
                .moment("policy.application.list.decided", ApplicationView::decidedAt)
                .text(
                        "policy.grant.voucher",
                        application -> application.ruling().voucher());
        return sheets.answer(sheet, rows, new SheetAsk(format, query, t));
    }

    private static void requireSight(Actor actor) {
        if (!ApplicationSight.of(actor).seesAny()) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.APPLY_FOR_BENEFIT.name()));
        }
    }

    private static String reader(Actor actor) {
        if (actor.kind() == OrgKind.FIRM) {
            return "firm";
        }
        return actor.may(Permission.DECIDE_APPLICATION)
                ? "department"
                : actor.may(Permission.COACH_APPLICATION) ? "steward" : "auditor";
    }

    private ApplicationFilter filter(ListQuery query) {
        var policy = query.filter("policy").matches("[a-z0-9-]{1,80}") ? new PolicyId(query.filter("policy")) : null;
        return new ApplicationFilter(
                ApplicationFilter.states(query.filter("state")),
                policy,
                dueBefore(query.filter("due")),
                query.filter("text"));
    }

    private @Nullable Instant dueBefore(String due) {
        return switch (due) {
            case PASSED -> clock.instant();
            case TODAY ->
                clock.today().plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();
            default -> null;
        };
    }

    private ApplicationsPage.Row row(ApplicationView application, Text t) {
        var words = new ApplicationWords(t, catalogue);
        var ruling = application.ruling();
        var amount = ruling.amount();
        return new ApplicationsPage.Row(
                words.name(application),
                PATH + "/" + application.id(),
                application.firmName(t.lang()),
                words.title(policy(application)),
                ApplicationWords.tag(application.state()),
                amount == null ? "" : t.yuan(amount),
                words.turn(application.state()),
                pages.due(application));
    }

    private PublishedPolicy policy(ApplicationView application) {
        return policies.find(application.policy(), application.version()).orElseThrow();
    }

    private List<Field> filters(Text t) {
        var all = Option.key("", "policy.filter.all");
        var words = new PolicyWords(t, catalogue);
        var titles = policies.list().stream()
                .filter(applications.taken())
                .map(policy -> Option.literal(
                        policy.id().value(), words.of(policy.header().title())));
        var states = Stream.concat(
                Stream.of(
                        Option.key(ApplicationFilter.OPEN, "policy.application.list.open"),
                        Option.key(ApplicationFilter.DECIDED, "policy.application.list.decided-all")),
                Arrays.stream(ApplicationState.values())
                        .map(state -> Option.key(state.name(), "policy.application.state." + state.name())));
        return List.of(
                Field.text("text", "policy.application.list.text"),
                Field.select(
                        "policy",
                        "policy.list.policy",
                        Stream.concat(Stream.of(all), titles).toList()),
                Field.select(
                        "state",
                        "policy.application.list.state",
                        Stream.concat(Stream.of(all), states).toList()),
                Field.select(
                        "due",
                        "policy.application.list.due",
                        List.of(
                                all,
                                Option.key(PASSED, "policy.application.list.due.passed"),
                                Option.key(TODAY, "policy.application.list.due.today"))));
    }

    /// A firm's own name would stand in every row of its list: it is left out there.
    private static Table table(Actor actor) {
        var isFirm = actor.kind() == OrgKind.FIRM;
        var columns = Stream.of(
                        Column.text("policy.application.number"),
                        Column.text("policy.grant-list.firm").sortedBy("firm"),
                        Column.text("policy.list.policy"),
                        Column.text("policy.application.list.state"),
                        Column.number("policy.application.list.amount").sortedBy("amount"),
                        Column.text("policy.application.list.due").sortedBy("due"))
                .filter(column -> !isFirm || !"firm".equals(column.sort()))
                .toArray(Column[]::new);
        var empty = isFirm
                ? Empty.nothingYet(
                        "policy.application.list.none.firm",
                        "policy.application.list.none.firm.action",
                        "/entitlements")
                : Empty.nothingYet("policy.application.list.none." + reader(actor));
        return Table.of("policy.application.list.title", empty, 0, columns);
    }
}
