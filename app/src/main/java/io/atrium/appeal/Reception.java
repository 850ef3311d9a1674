// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static java.util.stream.Collectors.toSet;

import io.atrium.appeal.Rules.Numbered;
import io.atrium.appeal.domain.Clock;
import io.atrium.appeal.domain.RuleBook.Category;
import io.atrium.appeal.store.AppealStore;
import io.atrium.appeal.store.CaseFile;
import io.atrium.files.Attachments;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Takes needs in (受理), one or many: looks up once what all are held against, refuses each with its first reason, and
/// writes all that may be at once, in the caller's transaction.
@Component
class Reception {

    private final AppealStore store;
    private final Casework casework;
    private final Rules rules;
    private final Attachments files;
    private final AppealNotices notices;
    private final Organisations organisations;
    private final Ids ids;
    private final BusinessClock clock;

    Reception(
            AppealStore store,
            Casework casework,
            Rules rules,
            Attachments files,
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
    /// @param firms among the organisations for which something is raised
    /// @param taken numbers of orders that appeals have, those before in the list among them
    private record Known(Numbered rules, Set<OrgId> firms, Set<String> taken) {}

    /// A need that may be taken in: checked, and what it is about.
    private record Sound(Need need, Category category) {}

    /// What became of each, in the order of the needs. Only those that are taken in get a number.
    List<Raised> takeIn(List<Need> needs) {
        var known = known(needs.stream().map(Need::command).toList());
        var refusals = new HashMap<Integer, Refusal>();
        var sound = new ArrayList<Sound>();
        for (int at = 0; at < needs.size(); at++) {
            try {
                sound.add(judge(needs.get(at), known));
            } catch (RefusedException refused) {
                refusals.put(at, refused.refusal());
            }
        }
        var taken = sound.isEmpty() ? List.<CaseFile>of() : open(known.rules(), sound);
        var next = taken.iterator();
        return IntStream.range(0, needs.size())
                .mapToObj(at -> refusals.containsKey(at)
                        ? Raised.not(refusals.get(at))
                        : Raised.as(next.next().id()))
                .toList();
    }

    private Known known(List<RaiseAppeal> needs) {
        var firms = organisations.findAll(needs.stream().map(RaiseAppeal::firm).collect(toSet())).stream()
                .filter(found -> found.kind() == OrgKind.FIRM)
                .map(OrganisationView::id)
                .collect(toSet());
        var external = needs.stream()
                .map(RaiseAppeal::externalNumber)
                .filter(Objects::nonNull)
                .collect(toSet());
        return new Known(rules.current(), firms, external.isEmpty() ? Set.of() : store.taken(external));
    }

    private Sound judge(Need need, Known known) {
        var command = need.command();
        boolean isSeen = need.actor().scope(Permission.RAISE_APPEAL).sees(command.firm());
        if (!isSeen || !known.firms().contains(command.firm())) {
            throw new RefusedException(AppealRefusal.APPEAL_FIRM_UNKNOWN);
        }
        var category = category(known.rules(), command);
        var checked = Intake.checked(command);
        files.check(checked.files(), RaiseAppeal.FILES_MAX);
        var external = checked.externalNumber();
        if (external != null && !known.taken().add(external)) {
            throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_NUMBER_TAKEN, "number", external));
        }
        return new Sound(new Need(need.actor(), need.origin(), checked), category);
    }

    private List<CaseFile> open(Numbered current, List<Sound> sound) {
        var now = clock.instant();
        var numbers = store.nextNumbers(now.atZone(BusinessClock.ZONE).getYear(), sound.size());
        var opened = new LinkedHashMap<CaseFile, Need>();
        for (var each : sound) {
            var need = each.need();
            var id = new AppealId(ids.next(AppealId.PREFIX));
            var kind = each.category().kind();
            var file = store.open(need.actor(), need.command(), kind, id, numbers.get(opened.size()), now);
            file.runBy(current.number());
            casework.startAll(file, current.book(), ClockKind.DISPATCH);
            opened.put(file, need);
        }
        casework.openAll(opened);
        opened.forEach(this::attach);
        notices.gathered(telling -> opened.forEach((file, need) -> tell(telling, need.actor(), file)));
        return List.copyOf(opened.keySet());
    }

    private void attach(CaseFile file, Need need) {
        need.command().files().forEach(each -> store.attach(file.id(), files.keep(need.actor(), each)));
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
            telling.dispatchers(file, "to-dispatch", "raised", due);
        }
        if (!actor.organisation().equals(file.firm())) {
            telling.firm(file, "raised-for-you", "raised", null);
        }
    }
}
