// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.lease.HandOverTerm;
import io.atrium.compute.lease.LeaseState;
import io.atrium.compute.lease.LeaseView;
import io.atrium.compute.lease.Leases;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.deadline.Dues;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Leases on the desks of those whose step is next: the provider signs and hands over, the firm confirms.
@Component
class LeaseDesk {

    private static final int ITEMS_MAX = 20;

    private final Leases leases;
    private final Dues dues;
    private final HandOverTerm handOverTerm;
    private final BusinessClock clock;

    LeaseDesk(Leases leases, Dues dues, HandOverTerm handOverTerm, BusinessClock clock) {
        this.leases = leases;
        this.dues = dues;
        this.handOverTerm = handOverTerm;
        this.clock = clock;
    }

    /// A provider's own; the operator is not asked for a signature.
    List<DeskItem> ofProvider(Actor actor, Text t) {
        return actor.kind() == OrgKind.PROVIDER
                ? live(actor, Permission.OPERATE_POOL)
                        .flatMap(lease -> ofProvider(lease, t))
                        .toList()
                : List.of();
    }

    private Stream<DeskItem> ofProvider(LeaseView lease, Text t) {
        return switch (lease.state()) {
            case REQUESTED ->
                Stream.of(new DeskItem(
                        t.of(
                                "compute.lease.desk.sign",
                                lease.terms().gpus(),
                                lease.thing().name()),
                        t.of("compute.lease.desk.sign.action"),
                        href(lease),
                        dues.at(lease.requested().signBy())));
            case SIGNED ->
                clock.today().isBefore(lease.startsOn())
                        ? Stream.empty()
                        : Stream.of(new DeskItem(
                                t.of(
                                        "compute.lease.desk.hand-over",
                                        lease.thing().name()),
                                t.of("compute.lease.desk.hand-over.action"),
                                href(lease),
                                dues.at(handOverTerm.lastMoment(lease))));
            case ACTIVE, ENDED, DECLINED, WITHDRAWN -> Stream.empty();
        };
    }

    List<DeskItem> ofFirm(Actor actor, Text t) {
        return live(actor, Permission.RENT_GPUS)
                .filter(lease -> lease.state() == LeaseState.ACTIVE && lease.receivedBy() == null)
                .map(lease -> new DeskItem(
                        t.of("compute.lease.desk.receive", lease.thing().name()),
                        t.of("compute.lease.desk.receive.action"),
                        href(lease),
                        null))
                .toList();
    }

    private Stream<LeaseView> live(Actor actor, Permission permission) {
        return leases.list(actor.scope(permission), 0, ITEMS_MAX).stream();
    }

    private static String href(LeaseView lease) {
        return "/leases/" + lease.id();
    }
}
