// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillPeriod;
import io.atrium.compute.Bills;
import io.atrium.compute.JobView;
import io.atrium.compute.Jobs;
import io.atrium.compute.Quotas;
import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Compute's part of the home page: for a firm its quota, its running jobs and what today costs; for those who run
/// pools what [PoolDesk] says; for auditors the bills of the month.
@Component
class ComputeDesk implements DeskSource {

    private static final int COSTED_MAX = 200;

    private final Jobs jobs;
    private final Quotas quotas;
    private final Bills bills;
    private final QuotaDesk requests;
    private final PoolDesk pools;
    private final BillDesk disputed;
    private final LeaseDesk leases;
    private final JoiningDesk joinings;
    private final CreditDesk credit;
    private final BusinessClock clock;

    ComputeDesk(
            Jobs jobs,
            Quotas quotas,
            Bills bills,
            QuotaDesk requests,
            PoolDesk pools,
            BillDesk disputed,
            LeaseDesk leases,
            JoiningDesk joinings,
            CreditDesk credit,
            BusinessClock clock) {
        this.jobs = jobs;
        this.quotas = quotas;
        this.bills = bills;
        this.requests = requests;
        this.pools = pools;
        this.disputed = disputed;
        this.leases = leases;
        this.joinings = joinings;
        this.credit = credit;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 30;
    }

    /// Requests and incidents that wait for those who run pools; for a firm, balances that will soon keep it from
    /// submitting.
    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        if (actor.may(Permission.OPERATE_POOL)) {
            var asked = actor.may(Permission.DECIDE_QUOTA) ? requests.toDecide(actor, t) : List.<DeskItem>of();
            return Stream.of(
                            asked,
                            credit.overdue(actor, t),
                            joinings.items(actor, t),
                            leases.ofProvider(actor, t),
                            disputed.toDo(actor, t),
                            pools.items(actor, t))
                    .flatMap(List::stream)
                    .toList();
        }
        if (!actor.may(Permission.SUBMIT_JOB) || !isFirm(actor) || !quotas.isOpen(actor.organisation())) {
            return isFirm(actor)
                    ? Stream.concat(credit.toPay(actor, t).stream(), leases.ofFirm(actor, t).stream())
                            .toList()
                    : List.of();
        }
        var quota = quotas.of(actor.organisation());
        var warnings = ConsoleStrips.warnings(quota, t).stream()
                .map(warning -> new DeskItem(warning.text(), warning.action(), warning.href(), null));
        return Stream.of(credit.toPay(actor, t).stream(), leases.ofFirm(actor, t).stream(), warnings)
                .flatMap(items -> items)
                .toList();
    }

    @Override
    public List<DeskItem> ahead(Actor actor, Text t) {
        if (actor.may(Permission.OPERATE_POOL)) {
            return Stream.concat(joinings.ahead(actor, t).stream(), pools.ahead(actor, t).stream())
                    .toList();
        }
        if (!isFirm(actor)) {
            return List.of();
        }
        var asked = actor.may(Permission.ASK_QUOTA) ? requests.asked(actor, t) : List.<DeskItem>of();
        var raised = actor.may(Permission.READ_BILL) ? disputed.raised(actor, t) : List.<DeskItem>of();
        return Stream.concat(asked.stream(), raised.stream()).toList();
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        return switch (actor.kind()) {
            case FIRM -> actor.may(Permission.READ_JOB) ? ofFirm(actor, t) : List.of();
            case PROVIDER, COMMUNITY -> actor.may(Permission.OPERATE_POOL) ? pools.tiles(actor, t) : List.of();
            case AUDIT -> actor.may(Permission.READ_BILL) ? List.of(billsOfMonth(actor, t)) : List.of();
            case DEPARTMENT -> actor.may(Permission.READ_CREDIT_BILL) ? List.of(credit.tile(actor, t)) : List.of();
            case BANK, ADVISER -> List.of();
        };
    }

    private List<Tile> ofFirm(Actor actor, Text t) {
        var tiles = new ArrayList<Tile>();
        if (quotas.isOpen(actor.organisation())) {
            tiles.add(quota(actor, t));
        }
        tiles.add(running(actor.scope(Permission.READ_JOB), t));
        if (actor.may(Permission.READ_BILL)) {
            var today = clock.today();
            var cost = bills.totals(actor.scope(Permission.READ_BILL), BillPeriod.of(today));
            tiles.add(Tile.of(t.of("compute.desk.today"), t.moneyRounded(cost.listPrice()), "/bills?month=" + today)
                    .note(t.of("compute.tile.spent.parts", cost.voucherPart(), cost.ownPart())));
        }
        return tiles;
    }

    private Tile quota(Actor actor, Text t) {
        var quota = quotas.of(actor.organisation());
        return Tile.of(
                        t.of("compute.tile.gpus"),
                        new Figure(GpuWords.number(t, quota.gpusInUse()), "/ " + t.number(quota.gpusMax())),
                        "/jobs?state=running")
                .note(t.of("compute.desk.gpu-time", quota.gpuTimeLeft()));
    }

    private Tile running(Scope scope, Text t) {
        var cost = jobs.list(scope, JobListPages.RUNNING, 0, COSTED_MAX).stream()
                .filter(job -> !job.isSimulated())
                .map(JobView::metered)
                .map(each -> each.listPrice())
                .reduce(Fen.ZERO, Fen::plus);
        int queued = jobs.count(scope, JobListPages.QUEUED);
        return Tile.of(
                        t.of("compute.tile.running"),
                        new Figure(t.number(jobs.count(scope, JobListPages.RUNNING)), t.of("compute.tile.jobs.unit")),
                        "/jobs?state=running")
                .note(t.of("compute.desk.running", cost, queued));
    }

    private Tile billsOfMonth(Actor actor, Text t) {
        var month = YearMonth.from(clock.today());
        var period = BillPeriod.of(month);
        var scope = actor.scope(Permission.READ_BILL);
        return Tile.of(
                        t.of("compute.desk.bills"),
                        new Figure(t.number(bills.count(scope, period)), t.of("compute.desk.bills.unit")),
                        "/bills?month=" + month)
                .note(t.of("compute.desk.bills.sum", bills.totals(scope, period).listPrice()));
    }

    private static boolean isFirm(Actor actor) {
        return actor.kind() == OrgKind.FIRM;
    }
}
