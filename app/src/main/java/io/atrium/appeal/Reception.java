// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static java.util.stream.Collectors.toSet;

import io.atrium.appeal.Rules.Numbered;
import io.atrium.appeal.domain.Clock;
import io.atrium.appeal.domain.RuleBook.Category;
import io.atrium.appeal.store.AppealStore;
import io.atrium.appeal.store.CaseFile;
import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Takes needs in (受理), one or many: looks up once what all are held against, refuses each with its first reason, and
/// writes all that may be at once, in the caller's transaction.
@Component
class Reception {

    private final AppealStore store;
    private final Casework casework;
    private final Rules rules;
    private final AppealFiles files;
    private final AppealNotices notices;
    private final Organisations organisations;
    private final Ids ids;
    private final BusinessClock clock;

    Reception(
            AppealStore store,
            Casework casework,
            Rules rules,
            AppealFiles files,
            AppealNotices notices,
            Organisations organisations,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.casework = casework;
        this.rules = rules;
        this.files = files;
        this.notices = notices;
        this.organisations = organisations;
        this.ids = ids;
        this.clock = clock;
    }

    /// What all needs are held against.
    ///
    /// @param firms those for which the actor may raise
    /// @param taken numbers of orders that appeals have, those before in the list among them
    /// @param numbers of the appeals to come
    private record Known(Numbered rules, Set<OrgId> firms, Set<String> taken, Iterator<String> numbers) {}

    /// What became of each, in the order of the needs.
    List<Raised> takeIn(Actor actor, List<RaiseAppeal> needs) {
        var known = known(actor, needs);
        var opened = new LinkedHashMap<CaseFile, RaiseAppeal>();
        var results = new ArrayList<Raised>();
        for (var need : needs) {
            try {
                var file = open(actor, need, known);
                opened.put(file, need);
                results.add(Raised.as(file.id()));
            } catch (RefusedException refused) {
                results.add(Raised.not(refused.refusal()));
            }
        }
        casework.openAll(actor, List.copyOf(opened.keySet()));
        opened.forEach((file, need) -> need.files().forEach(each -> store.attach(file.id(), files.keep(actor, each))));
        notices.gathered(telling -> opened.keySet().forEach(file -> tell(telling, actor, file)));
        return results;
    }

    private Known known(Actor actor, List<RaiseAppeal> needs) {
        var scope = actor.scope(Permission.RAISE_APPEAL);
        var firms = organisations.findAll(needs.stream().map(RaiseAppeal::firm).collect(toSet())).stream()
                .filter(found -> found.kind() == OrgKind.FIRM && scope.sees(found.id()))
                .map(OrganisationView::id)
                .collect(toSet());
        var external = needs.stream()
                .map(RaiseAppeal::externalNumber)
                .filter(Objects::nonNull)
                .collect(toSet());
        var year = clock.instant().atZone(BusinessClock.ZONE).getYear();
        return new Known(
                rules.current(),
                firms,
                external.isEmpty() ? Set.of() : store.taken(external),
                store.nextNumbers(year, needs.size()).iterator());
    }

    private CaseFile open(Actor actor, RaiseAppeal command, Known known) {
        if (!known.firms().contains(command.firm())) {
            throw new RefusedException(AppealRefusal.APPEAL_FIRM_UNKNOWN);
        }
        var category = category(known.rules(), command);
        var need = Intake.checked(command);
        files.check(need.files());
        var external = need.externalNumber();
        if (external != null && !known.taken().add(external)) {
            throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_NUMBER_TAKEN, "number", external));
        }
        var id = new AppealId(ids.next(AppealId.PREFIX));
        var file = store.open(actor, need, category.kind(), id, known.numbers().next(), clock.instant());
        file.runBy(known.rules().number());
        casework.startAll(file, known.rules().book(), ClockKind.DISPATCH);
        return file;
    }

    private static Category category(Numbered rules, RaiseAppeal command) {
        return rules.book()
                .category(command.category())
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(AppealRefusal.APPEAL_CATEGORY_UNKNOWN, "category", command.category())));
    }

    private void tell(AppealNotices telling, Actor actor, CaseFile file) {
        if (file.unit().isPresent()) {
            Casework.tellUnit(telling, file, AppealMove.DISPATCH);
        } else {
            var due = file.openClock(ClockKind.DISPATCH).map(Clock::dueAt).orElse(null);
            telling.dispatchers(rules.community(), file, "to-dispatch", "raised", due);
        }
        if (!actor.organisation().equals(file.firm())) {
            telling.firm(file, "raised-for-you", "raised", null);
        }
    }
}
