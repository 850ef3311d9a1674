// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.credit.CreditBillId;
import io.atrium.compute.credit.CreditBills;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.ledger.LedgerNames;
import io.atrium.web.text.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Monthly bills, and the bank account that firms pay to, by their names in the ledger.
@Component
class CreditLedgerNames implements LedgerNames {

    private final CreditBills bills;

    CreditLedgerNames(CreditBills bills) {
        this.bills = bills;
    }

    @Override
    public Map<String, Named> of(Actor actor, Text t, Collection<String> ids) {
        var named = new HashMap<String, Named>();
        if (ids.contains(CreditBills.BANK)) {
            named.put(CreditBills.BANK, new Named(t.of("compute.credit.ledger.bank"), null));
        }
        var scope = actor.scope(Permission.READ_CREDIT_BILL);
        ids.stream()
                .filter(id -> id.startsWith(CreditBillId.PREFIX + "_"))
                .flatMap(id -> bills.find(scope, new CreditBillId(id)).stream())
                .forEach(bill -> named.put(
                        bill.id().value(),
                        new Named(
                                t.of("compute.credit.ledger.bill", bill.month().toString()),
                                "/credit-bills/" + bill.id())));
        return named;
    }
}
