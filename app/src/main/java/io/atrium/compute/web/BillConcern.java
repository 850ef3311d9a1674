// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillId;
import io.atrium.compute.BillView;
import io.atrium.compute.Bills;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.concern.Concern;
import io.atrium.web.concern.ConcernSource;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// A bill that somebody disagrees with, for an appeal about it.
@Component
class BillConcern implements ConcernSource {

    private static final Pattern PATH = Pattern.compile("/bills/(bil_[a-z0-9]{1,40})");

    private final Bills bills;

    BillConcern(Bills bills) {
        this.bills = bills;
    }

    @Override
    public Optional<Concern> find(Actor actor, String path, Text t) {
        var match = PATH.matcher(path);
        return match.matches()
                ? bills.find(actor.scope(Permission.READ_BILL), new BillId(match.group(1)))
                        .map(bill -> concern(bill, t))
                : Optional.empty();
    }

    private static Concern concern(BillView bill, Text t) {
        return new Concern(
                t.of("compute.concern.title", bill.id().value(), bill.jobName()),
                List.of(
                        t.of(
                                "compute.concern.amount",
                                t.yuan(bill.listPrice()),
                                t.yuan(bill.voucherPart()),
                                t.yuan(bill.ownPart())),
                        t.of("compute.concern.usage", t.gpuHours(bill.gpuTime()), t.yuan(bill.pricePerGpuHour()))),
                "COMPUTE");
    }
}
