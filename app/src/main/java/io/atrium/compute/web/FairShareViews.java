// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.ShareStanding;
import io.atrium.compute.share.InUse;
import io.atrium.compute.share.OwnShare;
import io.atrium.compute.share.TenantShare;
import io.atrium.engine.scheduler.Standings.Part;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.component.Chart;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Fair shares in the reader's words and as charts.
record FairShareViews(Text t) {

    /// More groups of bars than this are no picture; the table has all.
    private static final int BARS_MAX = 8;

    private static final Part NOTHING = new Part(0, 0);

    /// Share and use of late, in one sentence.
    String told(OwnShare own) {
        var standing = own.own().standing();
        return own.own().standing().claimed() == 0
                ? t.of("compute.share.told.nothing", percent(standing.share()), standing.halfLife())
                : t.of(
                        "compute.share.told",
                        percent(standing.share()),
                        standing.halfLife(),
                        percent(standing.used()),
                        percent(standing.claimed()));
    }

    /// What follows for the next job.
    String next(OwnShare own) {
        if (own.contending() == 0) {
            return t.of("compute.share.next.alone");
        }
        return own.goFirst() == 0
                ? t.of("compute.share.next.first", own.contending())
                : t.of("compute.share.next.behind", own.contending(), own.goFirst());
    }

    /// Who uses GPUs beyond a quota now, and what it means for the reader.
    String borrowed(OwnShare own) {
        var mine = own.own().inUseOfAll().borrowed();
        if (mine.isPositive()) {
            return t.of("compute.share.borrowed.own", mine, own.othersBorrowed());
        }
        return own.othersBorrowed().isPositive()
                ? t.of("compute.share.borrowed.others", own.othersBorrowed())
                : t.of("compute.share.borrowed.nobody");
    }

    String borrowed(List<TenantShare> tenants) {
        var borrowers = borrowers(tenants);
        var gpus = borrowers.stream().map(each -> each.inUseOfAll().borrowed()).reduce(GpuAmount.ZERO, GpuAmount::plus);
        return borrowers.isEmpty()
                ? t.of("compute.share.borrowed.nobody")
                : t.of("compute.share.borrowed.all", borrowers.size(), gpus);
    }

    /// Who borrows most stands first.
    private static List<TenantShare> borrowers(List<TenantShare> tenants) {
        return tenants.stream()
                .filter(each -> each.inUseOfAll().borrowed().isPositive())
                .sorted(Comparator.comparing(
                                (TenantShare each) -> each.inUseOfAll().borrowed())
                        .reversed()
                        .thenComparing(each -> each.firm().value()))
                .toList();
    }

    List<Fact> facts(OwnShare own) {
        var standing = own.own().standing();
        var holds = own.own().inUseOfAll();
        var inUse = t.of("compute.badge.gpus", holds.gpus());
        return List.of(
                Fact.of(
                        t.of("compute.share.place"),
                        t.of("compute.share.place.of", own.goFirst() + 1, own.contending() + 1)),
                Fact.of(t.of("compute.status.in-use"), inUse),
                Fact.of(t.of("compute.quota.borrowed"), t.of("compute.badge.gpus", holds.borrowed())),
                Fact.of(t.of("compute.share.share"), percent(standing.share())),
                Fact.of(t.of("compute.share.used"), percent(standing.used())),
                Fact.of(t.of("compute.share.claimed"), percent(standing.claimed())),
                Fact.of(
                        t.of("compute.share.quota"),
                        t.of("compute.badge.gpus", own.own().weight())),
                Fact.of(t.of("compute.share.others"), t.of("compute.share.others.count", own.othersCount())),
                Fact.of(t.of("compute.share.fading"), fading(standing, own.asOf())));
    }

    String fading(ShareStanding standing, Instant now) {
        var half = now.plus(standing.halfLife()).atZone(BusinessClock.ZONE).toLocalDate();
        return t.of("compute.share.fading.words", standing.halfLife(), t.date(half));
    }

    /// Own use and that of all others together, by GPU model, beside the share.
    Optional<Chart> chart(OwnShare own) {
        var rows = models(own).stream().map(model -> bars(own, model)).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(
                        t.of("compute.share.chart"),
                        t.of("compute.share.chart.note"),
                        Chart.Kind.BARS,
                        "%",
                        t.of("compute.gpu-model"),
                        List.of(
                                new Chart.Series(t.of("compute.share.share"), 3),
                                new Chart.Series(t.of("compute.share.used"), 1),
                                new Chart.Series(t.of("compute.share.claimed"), 2),
                                new Chart.Series(t.of("compute.share.others.used"), 4)),
                        rows));
    }

    /// Models of which anybody claims anything, the own ones first.
    private static List<String> models(OwnShare own) {
        var names = new TreeSet<>(own.own().models().keySet());
        names.addAll(own.othersModels().keySet());
        return names.stream()
                .filter(model -> part(own.own().models(), model).claimed() > 0
                        || part(own.othersModels(), model).claimed() > 0)
                .sorted(Comparator.<String>comparingInt(
                                model -> -part(own.own().models(), model).claimed())
                        .thenComparing(Comparator.comparingInt(
                                model -> -part(own.othersModels(), model).claimed())))
                .limit(BARS_MAX)
                .toList();
    }

    private Chart.Row bars(OwnShare own, String model) {
        var mine = part(own.own().models(), model);
        return new Chart.Row(
                model,
                List.of(
                        cell(own.own().standing().share()),
                        cell(mine.used()),
                        cell(mine.claimed()),
                        cell(part(own.othersModels(), model).used())));
    }

    /// What holds the firm's own jobs, by GPU model; nothing to draw while it borrows none.
    Optional<Chart> borrowedChart(OwnShare own) {
        return !own.own().inUseOfAll().borrowed().isPositive()
                ? Optional.empty()
                : Optional.of(inUseChart(
                        t.of("compute.share.borrowed.chart"),
                        t.of("compute.gpu-model"),
                        own.own().inUse().entrySet().stream()
                                .limit(BARS_MAX)
                                .map(entry -> bars(entry.getKey(), entry.getValue()))
                                .toList()));
    }

    /// The same of the firms that borrow most.
    Optional<Chart> borrowedChart(List<TenantShare> tenants, Map<OrgId, String> firms) {
        var borrowers = borrowers(tenants);
        return borrowers.isEmpty()
                ? Optional.empty()
                : Optional.of(inUseChart(
                        t.of("compute.share.borrowed.chart.all", Math.min(BARS_MAX, borrowers.size())),
                        t.of("compute.job.firm"),
                        borrowers.stream()
                                .limit(BARS_MAX)
                                .map(each -> bars(name(each, firms), each.inUseOfAll()))
                                .toList()));
    }

    private Chart inUseChart(String title, String categories, List<Chart.Row> rows) {
        return new Chart(
                title,
                t.of("compute.share.borrowed.chart.note"),
                Chart.Kind.STACKED,
                t.of("compute.unit.gpus"),
                categories,
                List.of(
                        new Chart.Series(t.of("compute.share.borrowed.within"), 2),
                        new Chart.Series(t.of("compute.share.borrowed"), 5)),
                rows);
    }

    private Chart.Row bars(String category, InUse inUse) {
        return new Chart.Row(category, List.of(gpus(inUse.withinQuota()), gpus(inUse.borrowed())));
    }

    private Chart.Cell gpus(GpuAmount amount) {
        return new Chart.Cell(amount.rounded(), GpuWords.number(t, amount));
    }

    /// The firms that claim most, beside their shares.
    Optional<Chart> chart(List<TenantShare> tenants, Map<OrgId, String> firms) {
        var most = new ArrayList<>(tenants);
        most.sort(Comparator.comparingInt((TenantShare each) -> -each.standing().claimed())
                .thenComparing(each -> each.firm().value()));
        return most.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(
                        t.of("compute.share.chart.all"),
                        t.of("compute.share.chart.all.note", Math.min(BARS_MAX, most.size()), most.size()),
                        Chart.Kind.BARS,
                        "%",
                        t.of("compute.job.firm"),
                        List.of(
                                new Chart.Series(t.of("compute.share.share"), 3),
                                new Chart.Series(t.of("compute.share.used"), 1),
                                new Chart.Series(t.of("compute.share.claimed"), 2)),
                        most.stream()
                                .limit(BARS_MAX)
                                .map(each -> bars(each, firms))
                                .toList()));
    }

    private Chart.Row bars(TenantShare tenant, Map<OrgId, String> firms) {
        var standing = tenant.standing();
        return new Chart.Row(
                name(tenant, firms), List.of(cell(standing.share()), cell(standing.used()), cell(standing.claimed())));
    }

    TenantSharesPage.Row line(TenantShare tenant, Map<OrgId, String> firms) {
        var standing = tenant.standing();
        return new TenantSharesPage.Row(
                name(tenant, firms),
                standing.isAboveShare()
                        ? Tag.of(Tone.WAIT, "compute.share.turn.above")
                        : Tag.of(Tone.GOOD, "compute.share.turn.within"),
                percent(standing.share()),
                percent(standing.used()),
                percent(standing.claimed()),
                GpuWords.number(t, tenant.inUseOfAll().gpus()),
                GpuWords.number(t, tenant.inUseOfAll().borrowed()),
                t.number(tenant.weight()),
                t.number(tenant.jobsWaiting()));
    }

    private static String name(TenantShare tenant, Map<OrgId, String> firms) {
        return firms.getOrDefault(tenant.firm(), tenant.firm().value());
    }

    private static Part part(Map<String, Part> parts, String model) {
        return parts.getOrDefault(model, NOTHING);
    }

    private Chart.Cell cell(int basisPoints) {
        return new Chart.Cell(BigDecimal.valueOf(Math.min(BasisPoints.WHOLE, basisPoints), 2), percent(basisPoints));
    }

    /// What rounding adds up beyond the whole is the whole.
    private String percent(int basisPoints) {
        return t.percent(new BasisPoints(Math.min(BasisPoints.WHOLE, basisPoints)));
    }
}
