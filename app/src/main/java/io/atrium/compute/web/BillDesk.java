// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.correction.PriceCorrectionView;
import io.atrium.compute.correction.PriceCorrections;
import io.atrium.compute.dispute.DisputeView;
import io.atrium.compute.dispute.Disputes;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.deadline.Dues;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Disputes to answer and price corrections to decide, on the desks of those who do so; a firm's own disputes on its.
@Component
class BillDesk {

    private static final int ITEMS_MAX = 20;

    private final Disputes disputes;
    private final PriceCorrections corrections;
    private final OrganisationNames names;
    private final Dues dues;

    BillDesk(Disputes disputes, PriceCorrections corrections, OrganisationNames names, Dues dues) {
        this.disputes = disputes;
        this.corrections = corrections;
        this.names = names;
        this.dues = dues;
    }

    List<DeskItem> toDo(Actor actor, Text t) {
        return Stream.concat(toAnswer(actor, t), toDecide(actor, t)).toList();
    }

    private Stream<DeskItem> toAnswer(Actor actor, Text t) {
        return open(actor)
                .filter(dispute -> actor.scope(Permission.OPERATE_POOL)
                        .sees(dispute.subject().provider()))
                .map(dispute -> new DeskItem(
                        t.of(
                                "compute.dispute.desk.answer",
                                names.of(t, dispute.subject().firm()),
                                t.of("compute.dispute.about", dispute.raised().about())),
                        t.of("compute.dispute.desk.answer.action"),
                        "/bill-disputes/" + dispute.id(),
                        dues.at(dispute.answerBy())));
    }

    private Stream<DeskItem> toDecide(Actor actor, Text t) {
        return corrections.list(actor.scope(Permission.OPERATE_POOL), 0, ITEMS_MAX).stream()
                .filter(correction -> correction.state().isOpen())
                .filter(correction -> !correction.proposed().person().equals(actor.person()))
                .map(correction -> item(correction, t));
    }

    private DeskItem item(PriceCorrectionView correction, Text t) {
        return new DeskItem(
                t.of(
                        "compute.price-correction.desk",
                        correction.wish().pool(),
                        t.yuan(correction.wish().wrongPrice()),
                        t.yuan(correction.wish().rightPrice())),
                t.of("compute.price-correction.desk.action"),
                "/price-corrections/" + correction.id(),
                dues.at(correction.decideBy()));
    }

    /// A firm's own, with the day by which they are answered.
    List<DeskItem> raised(Actor actor, Text t) {
        return open(actor)
                .filter(dispute ->
                        actor.scope(Permission.READ_BILL).sees(dispute.subject().firm()))
                .map(dispute -> new DeskItem(
                        t.of(
                                "compute.dispute.desk.raised",
                                t.of("compute.dispute.about", dispute.raised().about()),
                                names.of(t, dispute.subject().provider())),
                        t.of("compute.dispute.desk.raised.action"),
                        "/bill-disputes/" + dispute.id(),
                        dues.at(dispute.answerBy())))
                .toList();
    }

    private Stream<DisputeView> open(Actor actor) {
        return disputes.list(actor, 0, ITEMS_MAX).stream()
                .filter(dispute -> dispute.state().isOpen());
    }
}
