// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.quota.QuotaRequestView;
import io.atrium.compute.quota.QuotaRequests;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.deadline.Dues;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.text.Text;
import java.util.List;
import org.springframework.stereotype.Component;

/// Quota requests on the operator's desk and on that of the firm that asked.
@Component
class QuotaDesk {

    private static final int ITEMS_MAX = 20;

    private final QuotaRequests requests;
    private final OrganisationNames names;
    private final Dues dues;

    QuotaDesk(QuotaRequests requests, OrganisationNames names, Dues dues) {
        this.requests = requests;
        this.names = names;
        this.dues = dues;
    }

    List<DeskItem> toDecide(Actor actor, Text t) {
        var open = open(actor.scope(Permission.DECIDE_QUOTA));
        var firms = names.of(t, open.stream().map(QuotaRequestView::firm).toList());
        return open.stream()
                .map(request -> new DeskItem(
                        t.of(
                                "compute.quota.desk.decide",
                                firms.getOrDefault(request.firm(), ""),
                                t.number(request.gpusBefore()),
                                t.number(request.gpusWanted())),
                        t.of("compute.quota.desk.decide.action"),
                        href(request),
                        dues.at(request.decideBy())))
                .toList();
    }

    /// A firm's own, with the day by which they are decided.
    List<DeskItem> asked(Actor actor, Text t) {
        return open(actor.scope(Permission.ASK_QUOTA)).stream()
                .map(request -> new DeskItem(
                        t.of(
                                "compute.quota.desk.asked",
                                t.number(request.gpusBefore()),
                                t.number(request.gpusWanted())),
                        t.of("compute.quota.desk.asked.action"),
                        href(request),
                        dues.at(request.decideBy())))
                .toList();
    }

    private List<QuotaRequestView> open(Scope scope) {
        return requests.list(scope, 0, ITEMS_MAX).stream()
                .filter(request -> request.state().isOpen())
                .toList();
    }

    private static String href(QuotaRequestView request) {
        return "/quota-requests/" + request.id();
    }
}
