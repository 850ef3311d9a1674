// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.company.Companies;
import io.atrium.company.CompanyFilter;
import io.atrium.company.CompanyView;
import io.atrium.identity.Audit;
import io.atrium.identity.MemberView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.store.StewardStore;
import io.atrium.web.Requests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of stewards (服务管家): who looks after which firm, given and given anew with a reason, nothing
/// forgotten.
@Component
public class Stewards {

    public static final int CONTACT_LENGTH_MAX = 200;

    private static final String TERM_PREFIX = "stw";

    private final StewardStore store;
    private final Organisations organisations;
    private final Companies companies;
    private final ServiceNotices notices;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;

    Stewards(
            StewardStore store,
            Organisations organisations,
            Companies companies,
            ServiceNotices notices,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.organisations = organisations;
        this.companies = companies;
        this.notices = notices;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether the actor looks at the firms of others, not at their own.
    public static boolean mayReadAll(Actor actor) {
        return actor.scope(Permission.READ_SERVICE) instanceof Scope.All;
    }

    /// The stewards of one's own organisation, by name, with how many firms each has.
    @Transactional(readOnly = true)
    public List<StewardView> list(Actor actor) {
        if (!mayReadAll(actor)) {
            return List.of();
        }
        var members = stewards(actor.organisation());
        var contacts = store.contacts(members.stream().map(MemberView::person).toList());
        var firms = load();
        return members.stream()
                .map(member -> new StewardView(
                        member.person(),
                        member.name(),
                        contacts.getOrDefault(member.person(), ""),
                        firms.getOrDefault(member.person(), 0)))
                .toList();
    }

    private List<MemberView> stewards(OrgId organisation) {
        return organisations.members(organisation).stream()
                .filter(member -> member.role() == Role.STEWARD)
                .toList();
    }

    private Map<PersonId, Integer> load() {
        return store.current(new Scope.All()).stream()
                .collect(Collectors.groupingBy(StewardTerm::steward, Collectors.summingInt(_ -> 1)));
    }

    /// The steward of a firm that the actor may see.
    @Transactional(readOnly = true)
    public Optional<StewardTerm> current(Actor actor, OrgId firm) {
        return store.current(actor.scope(Permission.READ_SERVICE), firm);
    }

    /// How a steward wants to be reached; empty until told.
    @Transactional(readOnly = true)
    public String contact(PersonId steward) {
        return store.contacts(List.of(steward)).getOrDefault(steward, "");
    }

    /// All that ever looked after a firm, newest first.
    @Transactional(readOnly = true)
    public List<StewardTerm> history(Actor actor, OrgId firm) {
        return store.history(actor.scope(Permission.READ_SERVICE), firm);
    }

    /// Firms of the community that nobody looks after, by name.
    @Transactional(readOnly = true)
    public List<OrgId> unassigned(Actor actor) {
        var scope = actor.scope(Permission.READ_SERVICE);
        var taken = store.current(scope).stream().map(StewardTerm::firm).collect(Collectors.toSet());
        return residents(scope).stream().filter(firm -> !taken.contains(firm)).toList();
    }

    private List<OrgId> residents(Scope scope) {
        var all = new ArrayList<OrgId>();
        var inCommunity = new CompanyFilter(null, null, true);
        for (int page = 1; ; page++) {
            var found = companies.list(scope, inCommunity, page, Companies.PAGE_SIZE_MAX);
            found.stream().map(CompanyView::id).forEach(all::add);
            if (found.size() < Companies.PAGE_SIZE_MAX) {
                return all;
            }
        }
    }

    /// Gives firms to a steward of one's own organisation. Returns how many changed hands; those that the steward has
    /// already are left as they are.
    @Transactional
    public Integer assign(Actor actor, AssignSteward command) {
        actor.require(Permission.ASSIGN_STEWARD);
        return requests.once(actor, command.key(), command, Integer.class, () -> {
            var steward = stewards(actor.organisation()).stream()
                    .filter(member -> member.person().equals(command.steward()))
                    .findFirst()
                    .orElseThrow(() -> new RefusedException(ServiceRefusal.STEWARD_UNKNOWN));
            var firms = new HashSet<>(command.firms());
            boolean areFirms = organisations.findAll(firms).stream()
                            .filter(found -> found.kind() == OrgKind.FIRM)
                            .count()
                    == firms.size();
            if (firms.isEmpty() || firms.size() > AssignSteward.FIRMS_MAX || !areFirms) {
                throw new RefusedException(
                        Refusal.of(ServiceRefusal.STEWARD_FIRM_UNKNOWN, "limit", AssignSteward.FIRMS_MAX));
            }
            var reason = reason(command.reason());
            store.lock();
            return (int) command.firms().stream()
                    .distinct()
                    .filter(firm -> give(actor, firm, steward, reason))
                    .count();
        });
    }

    /// Gives every firm of the community that has no steward to whoever has the fewest. Returns how many were given.
    @Transactional
    public Integer split(Actor actor, SplitFirms command) {
        actor.require(Permission.ASSIGN_STEWARD);
        return requests.once(actor, command.key(), command, Integer.class, () -> {
            var members = stewards(actor.organisation());
            if (members.isEmpty()) {
                throw new RefusedException(ServiceRefusal.STEWARD_NONE);
            }
            var reason = reason(command.reason());
            store.lock();
            var firms = new HashMap<>(load());
            var waiting = unassigned(actor);
            for (var firm : waiting) {
                var next = members.stream()
                        .min(Comparator.comparing(member -> firms.getOrDefault(member.person(), 0)))
                        .orElseThrow();
                give(actor, firm, next, reason);
                firms.merge(next.person(), 1, Integer::sum);
            }
            return waiting.size();
        });
    }

    /// False if the steward has the firm already.
    private boolean give(Actor actor, OrgId firm, MemberView steward, String reason) {
        var before = store.current(new Scope.All(), firm);
        if (before.filter(term -> term.steward().equals(steward.person())).isPresent()) {
            return false;
        }
        var now = clock.instant();
        store.end(firm, now);
        var id = ids.next(TERM_PREFIX);
        var term = new StewardTerm(
                firm, steward.person(), steward.name(), actor.organisation(), reason, actor.name(), now, null);
        store.insert(id, term);
        audit.record(
                actor,
                "service.steward-assigned",
                firm.value(),
                Map.of("steward", steward.person().value()));
        notices.assigned(id, term);
        return true;
    }

    private static String reason(String typed) {
        var reason = typed.strip();
        if (reason.isEmpty() || reason.length() > AssignSteward.REASON_LENGTH_MAX) {
            throw new RefusedException(
                    Refusal.of(ServiceRefusal.SERVICE_REASON_LENGTH, "limit", AssignSteward.REASON_LENGTH_MAX));
        }
        return reason;
    }

    private record Contact(PersonId steward, String words) {}

    /// Says how firms reach the actor.
    @Transactional
    public String tellContact(Actor actor, RequestKey key, String typed) {
        actor.require(Permission.SERVE_FIRM);
        var words = typed.strip();
        return requests.once(actor, key, new Contact(actor.person(), words), String.class, () -> {
            if (words.isEmpty() || words.length() > CONTACT_LENGTH_MAX) {
                throw new RefusedException(
                        Refusal.of(ServiceRefusal.STEWARD_CONTACT_LENGTH, "limit", CONTACT_LENGTH_MAX));
            }
            store.tell(actor.person(), words, clock.instant());
            return words;
        });
    }
}
