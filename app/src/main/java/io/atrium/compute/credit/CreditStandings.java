// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.compute.account.CreditLines;
import io.atrium.identity.Audit;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Whether a firm's credit line is whole: reduced while one of its bills has been overdue for too long. Asked
/// after whatever may change it: a day, a payment, a payment taken back.
@Component
class CreditStandings {

    private final CreditBillStore store;
    private final CreditTerms terms;
    private final CreditLines lines;
    private final CreditNotices notices;
    private final Audit audit;
    private final BusinessClock clock;

    CreditStandings(
            CreditBillStore store,
            CreditTerms terms,
            CreditLines lines,
            CreditNotices notices,
            Audit audit,
            BusinessClock clock) {
        this.store = store;
        this.terms = terms;
        this.lines = lines;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param cause what is told apart in the message of a restored line
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(Actor by, OrgId firm, String cause) {
        var defaulted = oldestDefaulted(firm);
        var reduction = lines.reduction(firm);
        var isSame = defaulted.map(bill -> bill.id().value()).equals(reduction.map(CreditLines.Reduction::bill));
        if (isSame) {
            return;
        }
        reduction.ifPresent(found -> restore(by, found, cause, defaulted.isEmpty()));
        defaulted.ifPresent(bill -> reduce(by, bill));
    }

    private Optional<CreditBillView> oldestDefaulted(OrgId firm) {
        var today = clock.today();
        return store.open(firm).stream()
                .filter(bill -> terms.state(bill, today) == CreditBillState.DEFAULTED)
                .findFirst();
    }

    private void restore(Actor by, CreditLines.Reduction found, String cause, boolean isWhole) {
        lines.restore(found.firm());
        if (isWhole) {
            var bill =
                    store.find(new Scope.All(), new CreditBillId(found.bill())).orElseThrow();
            audit.record(by, "compute.credit-line-restored", found.firm().value(), Map.of("bill", found.bill()));
            notices.restored(bill, cause);
        }
    }

    private void reduce(Actor by, CreditBillView bill) {
        if (lines.reduce(bill.firm(), bill.id().value())) {
            audit.record(
                    by,
                    "compute.credit-line-reduced",
                    bill.firm().value(),
                    Map.of("bill", bill.id().value(), "owed_fen", bill.left().value()));
        }
    }
}
