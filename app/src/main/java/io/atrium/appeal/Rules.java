// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.domain.RuleBook;
import io.atrium.appeal.domain.RuleBookFiles;
import io.atrium.appeal.store.RuleStore;
import io.atrium.appeal.store.RuleStore.Published;
import io.atrium.identity.Audit;
import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The rule book that counts, and who leads what. A new book counts for what is raised from then on; open appeals keep
/// their clocks.
@Component
public class Rules {

    private static final int REASON_LENGTH_MAX = 500;
    private static final List<OrgKind> UNITS =
            List.of(OrgKind.DEPARTMENT, OrgKind.COMMUNITY, OrgKind.PROVIDER, OrgKind.ADVISER);

    private final RuleStore store;
    private final Organisations organisations;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;
    private final RuleBook shipped;

    /// Published books by number: they never change.
    private final Map<Integer, RuleBook> books = new ConcurrentHashMap<>();

    Rules(
            RuleStore store,
            Organisations organisations,
            Requests requests,
            Audit audit,
            BusinessClock clock,
            AppealSettings settings) {
        this.store = store;
        this.organisations = organisations;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
        shipped = RuleBookFiles.read(settings.profile());
    }

    /// A book and its number; 0 is the shipped one.
    public record Numbered(int number, RuleBook book) {}

    @Transactional(readOnly = true)
    public Numbered current() {
        int number = store.latestNumber();
        return new Numbered(number, book(number));
    }

    /// Who published the book that counts; empty while it is the shipped one.
    @Transactional(readOnly = true)
    public Optional<Published> publication() {
        return store.latest();
    }

    /// The book by which an appeal runs.
    @Transactional(readOnly = true)
    public RuleBook book(int number) {
        var known = number == 0 ? shipped : books.get(number);
        if (known != null) {
            return known;
        }
        store.find(number).ifPresent(found -> books.put(number, found));
        return books.getOrDefault(number, shipped);
    }

    /// What a need can be about, for forms of other modules.
    @Transactional(readOnly = true)
    public List<CategoryChoice> categories() {
        return current().book().categories().stream()
                .map(each -> new CategoryChoice(
                        each.code(), each.name().zh(), each.name().en()))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<RouteRule> route(String category) {
        return store.route(category);
    }

    @Transactional(readOnly = true)
    public List<RouteRule> routes() {
        return store.routes();
    }

    /// Organisations that may lead or help.
    @Transactional(readOnly = true)
    public List<OrganisationView> units() {
        return UNITS.stream().flatMap(kind -> organisations.list(kind).stream()).toList();
    }

    /// The community's own office: it has what nobody else has.
    @Transactional(readOnly = true)
    public OrgId community() {
        return organisations.list(OrgKind.COMMUNITY).getFirst().id();
    }

    /// Puts another book in force.
    @Transactional
    public Integer publish(Actor actor, RequestKey key, RuleBook book, String reason) {
        actor.require(Permission.WRITE_APPEAL_RULES);
        checkReason(reason);
        return requests.once(actor, key, new Numbered(0, book), Integer.class, () -> {
            int number = store.publish(book, reason.strip(), actor.name(), clock.instant());
            audit.record(actor, "appeal.rules-published", String.valueOf(number), Map.of("profile", book.profile()));
            return number;
        });
    }

    /// Says who leads a category from now on.
    @Transactional
    public Boolean route(Actor actor, RequestKey key, RouteRule rule) {
        actor.require(Permission.WRITE_APPEAL_RULES);
        var units = units().stream().map(OrganisationView::id).toList();
        var named = Stream.concat(Stream.of(rule.lead(), rule.fallback()), rule.helpers().stream());
        if (current().book().category(rule.category()).isEmpty()) {
            throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_CATEGORY_UNKNOWN, "category", rule.category()));
        }
        if (!named.allMatch(units::contains)) {
            throw new RefusedException(AppealRefusal.APPEAL_UNIT_UNKNOWN);
        }
        return requests.once(actor, key, rule, Boolean.class, () -> {
            store.route(rule);
            audit.record(
                    actor,
                    "appeal.route-set",
                    rule.category(),
                    Map.of(
                            "lead",
                            rule.lead().value(),
                            "fallback",
                            rule.fallback().value()));
            return true;
        });
    }

    private static void checkReason(String reason) {
        if (reason.isBlank() || reason.strip().length() > REASON_LENGTH_MAX) {
            throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_REASON_LENGTH, "limit", REASON_LENGTH_MAX));
        }
    }
}
