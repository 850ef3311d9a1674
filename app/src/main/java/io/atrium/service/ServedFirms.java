// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.appeal.Appeals;
import io.atrium.appeal.FirmLoad;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.service.store.StewardStore;
import io.atrium.service.store.VisitStore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Firms with what each needs from its steward (企业服务台账), those in need first: overdue appeals, a visit that is due,
/// open appeals, the longest time without a visit.
@Component
public class ServedFirms {

    private static final Comparator<ServedFirm> NEEDIEST_FIRST = Comparator.comparing(
                    (ServedFirm firm) -> firm.appeals().overdue(), Comparator.reverseOrder())
            .thenComparing(ServedFirm::nextVisit, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(firm -> firm.appeals().open(), Comparator.reverseOrder())
            .thenComparing(ServedFirm::lastVisit, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(firm -> firm.firm().value());

    private final Stewards stewards;
    private final StewardStore terms;
    private final VisitStore visits;
    private final Appeals appeals;

    ServedFirms(Stewards stewards, StewardStore terms, VisitStore visits, Appeals appeals) {
        this.stewards = stewards;
        this.terms = terms;
        this.visits = visits;
        this.appeals = appeals;
    }

    /// What is known of every firm, read once for a whole list.
    private record Known(Map<OrgId, FirmLoad> loads, Map<OrgId, LocalDate> last, Map<OrgId, LocalDate> next) {

        ServedFirm of(OrgId firm, @Nullable StewardTerm term) {
            return new ServedFirm(firm, term, loads.getOrDefault(firm, FirmLoad.NONE), last.get(firm), next.get(firm));
        }
    }

    @Transactional(readOnly = true)
    public List<ServedFirm> list(Actor actor, ServedFirmView view) {
        var scope = actor.scope(Permission.READ_SERVICE);
        var known = new Known(appeals.loads(actor), visits.lastVisited(scope), visits.nextPlanned(scope));
        var found = switch (view) {
            case MINE -> terms.current(scope, actor.person()).stream().map(term -> known.of(term.firm(), term));
            case ALL -> terms.current(scope).stream().map(term -> known.of(term.firm(), term));
            case UNASSIGNED -> stewards.unassigned(actor).stream().map(firm -> known.of(firm, null));
        };
        return found.sorted(NEEDIEST_FIRST).toList();
    }
}
