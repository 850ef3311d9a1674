// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.PoolView;
import io.atrium.compute.StartRecord;
import io.atrium.compute.status.PoolNoticeView;
import io.atrium.compute.status.PoolNoticeView.Phase;
import io.atrium.compute.status.StartRecords;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Pools and announcements in the reader's words.
///
/// @param now of business time, in which announcements are planned
/// @param lent GPUs that each pool lends beyond quotas now, by the pool's id
record StatusViews(Text t, Instant now, Map<String, GpuAmount> lent) {

    Tag overall(List<PoolNoticeView> notices) {
        if (holds(notices, PoolNoticeView.Kind.INCIDENT)) {
            return Tag.of(Tone.BAD, "compute.status.overall.incident");
        }
        return holds(notices, PoolNoticeView.Kind.MAINTENANCE)
                ? Tag.of(Tone.WAIT, "compute.status.overall.maintenance")
                : Tag.of(Tone.GOOD, "compute.status.overall.normal");
    }

    private boolean holds(List<PoolNoticeView> notices, PoolNoticeView.Kind kind) {
        return notices.stream().anyMatch(notice -> notice.kind() == kind && notice.phase(now) == Phase.NOW);
    }

    static Table poolTable(int rows) {
        return Table.of(
                "compute.status.pools",
                Empty.nothingYet("compute.prices.none"),
                rows,
                Column.text("compute.pool"),
                Column.text("compute.provider"),
                Column.text("compute.gpu-model"),
                Column.text("compute.status.state"),
                Column.number("compute.prices.gpus"),
                Column.number("compute.status.in-use"),
                Column.number("compute.status.leased"),
                Column.number("compute.prices.free"),
                Column.number("compute.status.away"));
    }

    StatusPage.Pool pool(PoolView pool) {
        var capacity = pool.capacity();
        return new StatusPage.Pool(
                pool.id(),
                t.lang() == Lang.ZH ? pool.providerNameZh() : pool.providerNameEn(),
                pool.gpuModel(),
                GpuWords.card(t, pool),
                GpuWords.shape(t, pool),
                pool.priceSince().isAfter(now) ? Tag.of(Tone.INFO, "compute.status.pool.opens") : state(capacity),
                t.number(capacity.gpus()),
                inUse(capacity),
                lent.containsKey(pool.id()) ? t.of("compute.status.lent", lent.get(pool.id())) : "",
                t.number((long) capacity.nodesLeased() * pool.gpusPerNode()),
                GpuWords.number(t, capacity.gpusFree()),
                t.number(capacity.nodesPaused()));
    }

    private String inUse(PoolView.Capacity capacity) {
        return capacity.gpusSimulated().isPositive()
                ? t.of("compute.simulated.of", capacity.gpusInUse(), capacity.gpusSimulated())
                : GpuWords.number(t, capacity.gpusInUse());
    }

    private static Tag state(PoolView.Capacity capacity) {
        if (capacity.nodesPaused() == 0) {
            return Tag.of(Tone.GOOD, "compute.status.pool.open");
        }
        return capacity.nodesUnavailable() == capacity.nodes()
                ? Tag.of(Tone.WAIT, "compute.status.pool.stopped")
                : Tag.of(Tone.INFO, "compute.status.pool.partly");
    }

    static Table startTable(int rows) {
        return Table.of(
                "compute.status.starts",
                Empty.nothingYet("compute.status.starts.none"),
                rows,
                Column.text("compute.pool"),
                Column.number("compute.status.starts.told"),
                Column.number("compute.status.starts.held"),
                Column.number("compute.status.starts.share"));
    }

    StatusPage.Start start(StartRecord record) {
        return new StatusPage.Start(
                record.pool(),
                record.isSimulated(),
                t.number(record.told()),
                t.number(record.held()),
                t.percent(record.heldPart()));
    }

    String startsMeaning() {
        return t.of(
                "compute.status.starts.meaning",
                StartRecords.WINDOW.toDays(),
                StartEstimate.LIKELY_PERCENT,
                StartRecord.CASES_MIN);
    }

    static Table noticeTable(int rows) {
        return Table.of(
                "compute.status.notices",
                Empty.nothingYet("compute.status.notices.none"),
                rows,
                Column.text("compute.job.state"),
                Column.text("compute.status.kind"),
                Column.text("compute.pool"),
                Column.text("compute.status.words"),
                Column.text("compute.status.from"),
                Column.text("compute.status.until"),
                Column.text("compute.status.effect"));
    }

    /// @param mayEnd whether the reader may call it over
    StatusPage.Notice notice(PoolNoticeView notice, Predicate<PoolNoticeView> mayEnd) {
        var phase = notice.phase(now);
        var until = notice.endedAt() == null ? notice.endsAt() : notice.endedAt();
        return new StatusPage.Notice(
                tag(phase),
                t.of("compute.status.kind", notice.kind()),
                notice.pool(),
                notice.words(),
                t.dateTime(notice.startsAt()),
                until == null ? t.of("compute.status.until.open") : t.dateTime(until),
                t.of(notice.stopsPlacement() ? "compute.status.effect.stops" : "compute.status.effect.none"),
                phase != Phase.OVER && mayEnd.test(notice) ? "/provider/notices/" + notice.id() + "/end" : null);
    }

    private static Tag tag(Phase phase) {
        return switch (phase) {
            case PLANNED -> Tag.of(Tone.INFO, "compute.status.phase.PLANNED");
            case NOW -> Tag.of(Tone.WAIT, "compute.status.phase.NOW");
            case OVER -> Tag.of(Tone.PLAIN, "compute.status.phase.OVER");
        };
    }
}
