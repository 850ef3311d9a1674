// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.lease.HandOverTerm;
import io.atrium.compute.lease.LeaseEvent;
import io.atrium.compute.lease.LeasePeriod;
import io.atrium.compute.lease.LeaseQuote;
import io.atrium.compute.lease.LeaseState;
import io.atrium.compute.lease.LeaseTerms;
import io.atrium.compute.lease.LeaseView;
import io.atrium.kernel.Fen;
import io.atrium.web.component.Column;
import io.atrium.web.component.Due;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Leases in the reader's words; amounts exact, in yuan.
record LeaseViews(Text t) {

    static Table table() {
        return Table.of(
                "compute.leases.caption",
                Empty.nothingYet("compute.leases.none"),
                0,
                Column.text("compute.lease.name"),
                Column.text("compute.lease.other"),
                Column.number("compute.lease.gpus"),
                Column.text("compute.lease.term"),
                Column.number("compute.lease.total"),
                Column.text("compute.job.state"));
    }

    LeasePage.Row row(LeaseView lease, String other) {
        return new LeasePage.Row(
                "/leases/" + lease.id(),
                lease.thing().name(),
                other,
                t.number(lease.terms().gpus()),
                days(lease.startsOn(), lease.endsOn()),
                t.yuan(lease.total()),
                tag(lease.state()));
    }

    private String days(LocalDate first, LocalDate last) {
        return t.of("compute.price-correction.period.of", t.dateShort(first), t.dateShort(last));
    }

    static Tag tag(LeaseState state) {
        var tone = switch (state) {
            case REQUESTED -> Tone.WAIT;
            case SIGNED -> Tone.INFO;
            case ACTIVE -> Tone.GOOD;
            case ENDED, WITHDRAWN -> Tone.PLAIN;
            case DECLINED -> Tone.BAD;
        };
        return Tag.of(tone, "compute.lease.state." + state);
    }

    List<Step> steps(LeaseView lease) {
        var at = switch (lease.state()) {
            case REQUESTED, DECLINED, WITHDRAWN -> 1;
            case SIGNED -> 2;
            case ACTIVE -> 3;
            case ENDED -> 4;
        };
        var steps = new ArrayList<Step>();
        var names = List.of("REQUESTED", "SIGNED", "HANDED_OVER", "IN_USE");
        for (int i = 0; i < names.size(); i++) {
            var state = i < at ? Step.State.DONE : i == at ? current(lease) : Step.State.AHEAD;
            steps.add(new Step(t.of("compute.lease.step." + names.get(i)), state));
        }
        return steps;
    }

    private static Step.State current(LeaseView lease) {
        return lease.state().isLive() ? Step.State.CURRENT : Step.State.FAILED;
    }

    @Nullable
    Next next(LeaseView lease, String firm, String provider, int jobsOnNodes, @Nullable Due due) {
        return switch (lease.state()) {
            case REQUESTED -> new Next(t.of("compute.lease.next.sign"), provider, due);
            case SIGNED ->
                new Next(
                        jobsOnNodes > 0
                                ? t.of("compute.lease.next.busy", jobsOnNodes, t.dateShort(lease.startsOn()))
                                : t.of("compute.lease.next.hand-over", t.dateShort(lease.startsOn())),
                        provider,
                        due);
            case ACTIVE ->
                lease.receivedBy() == null
                        ? new Next(t.of("compute.lease.next.receive"), firm, null)
                        : new Next(
                                t.of("compute.lease.next.end", t.dateShort(lease.endsOn())),
                                t.of("compute.lease.next.system"),
                                due);
            case ENDED, DECLINED, WITHDRAWN -> null;
        };
    }

    /// Until when a signed lease is handed over, and what follows.
    Fact handOverBy(HandOverTerm term, LeaseView lease) {
        return Fact.of(t.of("compute.lease.hand-over-by"), t.dateTime(term.lastMoment(lease)))
                .from(t.of("compute.lease.hand-over-by.basis", HandOverTerm.WITHIN_WORKING_DAYS));
    }

    List<Fact> contract(LeaseView lease, String firm, String provider) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("compute.lease.number"), lease.id().value()));
        facts.add(Fact.of(t.of("compute.lease.name"), lease.thing().name()));
        facts.add(Fact.of(t.of("compute.lease.firm"), firm));
        facts.add(Fact.of(t.of("compute.lease.provider"), provider));
        facts.add(Fact.of(t.of("compute.pool"), lease.thing().pool()));
        facts.add(Fact.of(
                t.of("compute.lease.gpus"),
                t.of(
                        "compute.lease.gpus.of",
                        lease.terms().gpus(),
                        lease.thing().nodes())));
        facts.add(Fact.of(
                        t.of("compute.lease.term"),
                        t.of(
                                "compute.lease.term.of",
                                lease.terms().days(),
                                t.dateShort(lease.startsOn()),
                                t.dateShort(lease.endsOn())))
                .from(t.of(
                        lease.state() == LeaseState.REQUESTED || lease.state() == LeaseState.SIGNED
                                ? "compute.lease.term.asked"
                                : "compute.lease.term.counted")));
        facts.add(Fact.of(
                t.of("compute.lease.purpose"),
                t.of("compute.lease.purpose", lease.thing().purpose())));
        facts.add(Fact.of(t.of("compute.lease.requested"), lease.requested().by())
                .from(t.dateTime(lease.requested().at())));
        var signed = lease.signed();
        if (signed != null) {
            facts.add(Fact.of(t.of("compute.lease.signed"), signed.by()).from(t.dateTime(signed.at())));
        }
        var ended = lease.ended();
        if (ended != null && ended.on() != null) {
            facts.add(Fact.of(t.of("compute.lease.ended"), t.dateShort(ended.on()))
                    .from(ended.kind() == null ? ended.reason() : t.of("compute.lease.end", ended.kind())));
        }
        return facts;
    }

    List<Fact> money(LeaseTerms terms) {
        return List.of(
                Fact.of(t.of("compute.price"), t.yuan(terms.pricePerGpuHour()))
                        .from(t.of("compute.lease.price.basis", terms.daysMin())),
                Fact.of(t.of("compute.lease.time"), t.gpuHours(terms.gpuTime(terms.days())))
                        .from(t.of("compute.lease.time.basis", terms.gpus(), terms.days())),
                Fact.of(t.of("compute.lease.periods"), t.of("compute.lease.periods.of", terms.periods()))
                        .from(t.of("compute.lease.periods.basis", LeaseTerms.PERIOD_DAYS)),
                Fact.of(t.of("compute.lease.total"), t.yuan(terms.total())).total());
    }

    List<Fact> declarations(LeaseView lease) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(
                t.of("compute.lease.affiliated.firm"),
                affiliated(lease.requested().isAffiliated())));
        var signed = lease.signed();
        facts.add(Fact.of(
                t.of("compute.lease.affiliated.provider"),
                signed == null ? t.of("compute.lease.unsaid") : affiliated(signed.isAffiliated())));
        facts.add(Fact.of(
                t.of("compute.lease.only"),
                signed == null
                        ? t.of("compute.lease.unsaid")
                        : t.of(signed.isComputeOnly() ? "compute.lease.only.yes" : "compute.lease.only.no")));
        facts.add(Fact.of(t.of("compute.lease.vouchers"), vouchers(lease)));
        return facts;
    }

    private String affiliated(boolean isAffiliated) {
        return t.of(isAffiliated ? "compute.lease.affiliated.yes" : "compute.lease.affiliated.no");
    }

    private String vouchers(LeaseView lease) {
        if (lease.isAffiliated()) {
            return t.of("compute.lease.vouchers.affiliated");
        }
        if (lease.signed() == null) {
            return t.of("compute.lease.vouchers.later");
        }
        return t.of(lease.mayUseVouchers() ? "compute.lease.vouchers.yes" : "compute.lease.vouchers.not-only");
    }

    /// What both sides bind themselves to; the same words before the click, on the page and on paper.
    List<String> rules(LeaseTerms terms) {
        return List.of(
                t.of("compute.lease.rule.nodes"),
                t.of("compute.lease.rule.term"),
                t.of("compute.lease.rule.money", LeaseTerms.PERIOD_DAYS),
                t.of("compute.lease.rule.vouchers"),
                t.of("compute.lease.rule.early", terms.daysMin()),
                t.of("compute.lease.rule.provider"),
                t.of("compute.lease.rule.unpaid"));
    }

    List<Fact> quoted(LeaseQuote quote, String provider) {
        var wish = quote.wish();
        return List.of(
                Fact.of(t.of("compute.lease.name"), wish.name()),
                Fact.of(t.of("compute.lease.provider"), provider),
                Fact.of(t.of("compute.pool"), wish.pool()),
                Fact.of(t.of("compute.gpu-model"), quote.gpuModel()),
                Fact.of(t.of("compute.lease.gpus"), t.of("compute.lease.gpus.of", wish.gpus(), quote.nodes())),
                Fact.of(
                        t.of("compute.lease.term"),
                        t.of(
                                "compute.lease.term.of",
                                wish.days(),
                                t.dateShort(wish.startsOn()),
                                t.dateShort(wish.endsOn()))),
                Fact.of(t.of("compute.lease.purpose"), t.of("compute.lease.purpose", wish.purpose())),
                Fact.of(t.of("compute.lease.affiliated.firm"), affiliated(wish.isAffiliated())),
                Fact.of(t.of("compute.lease.sign-by"), t.dateTime(quote.signBy()))
                        .from(t.of("compute.lease.sign-by.basis")));
    }

    List<Fact> quotedMoney(LeaseQuote quote) {
        var facts = new ArrayList<>(money(quote.terms()));
        facts.add(Fact.of(t.of("compute.lease.first"), t.yuan(quote.firstPeriod())));
        facts.add(Fact.of(t.of("compute.bill.voucher"), t.yuan(quote.first().voucherPart()))
                .from(t.of("compute.lease.first.voucher")));
        facts.add(Fact.of(t.of("compute.bill.own"), t.yuan(quote.first().ownPart())));
        var left = Fact.of(t.of("compute.lease.credit-left"), t.yuan(quote.creditLeft()));
        facts.add(quote.creditLeft().isNegative() ? left.from(t.of("compute.lease.credit-short")) : left);
        return facts;
    }

    LeasePage.Periods periods(LeaseView lease, List<LeasePeriod> periods, Map<Integer, String> bills) {
        var table = Table.of(
                "compute.lease.periods.caption",
                Empty.nothingYet("compute.lease.periods.none"),
                periods.size(),
                Column.number("compute.lease.period"),
                Column.text("compute.lease.period.days"),
                Column.number("compute.lease.period.held"),
                Column.number("compute.bill.voucher"),
                Column.number("compute.bill.own"),
                Column.text("compute.job.state"));
        return new LeasePage.Periods(
                table, periods.stream().map(period -> row(lease, period, bills)).toList());
    }

    private LeasePage.PeriodRow row(LeaseView lease, LeasePeriod period, Map<Integer, String> bills) {
        var held = period.held();
        var list = held.voucherPart().plus(held.ownPart());
        return new LeasePage.PeriodRow(
                t.number(period.number()),
                lease.state() == LeaseState.SIGNED
                        ? t.of("compute.lease.period.waits")
                        : days(period.firstDay(), period.lastDay()),
                t.yuan(list),
                t.yuan(held.voucherPart()),
                t.yuan(held.ownPart()),
                Tag.of(
                        period.isSettled() ? Tone.GOOD : Tone.INFO,
                        period.isSettled() ? "compute.lease.period.billed" : "compute.lease.period.state-held"),
                bills.get(period.number()));
    }

    List<TimelineEntry> timeline(List<LeaseEvent> events) {
        return events.stream().map(this::entry).toList();
    }

    private TimelineEntry entry(LeaseEvent event) {
        var entry = TimelineEntry.of(event.at(), t.of("compute.lease.event." + event.kind(), event.detail()));
        return event.actor() == null ? entry : entry.by(event.actor());
    }

    /// What ending it now does, by whose hand.
    List<String> consequences(LeaseView lease, boolean isFirm, LocalDate earliestEnd) {
        if (lease.state() == LeaseState.SIGNED) {
            return List.of(t.of("compute.lease.end.cancel"), t.of("compute.lease.end.cancel.money"));
        }
        if (!isFirm) {
            return List.of(
                    t.of("compute.lease.end.take-back"),
                    t.of("compute.lease.end.take-back.money"),
                    t.of("compute.lease.end.told"));
        }
        var saved = lease.terms().price(Math.max(0, lease.endsOn().toEpochDay() - earliestEnd.toEpochDay()));
        return List.of(
                t.of("compute.lease.end.early", t.dateShort(earliestEnd), t.dateShort(lease.endsOn())),
                t.of("compute.lease.end.early.until"),
                t.of("compute.lease.end.early.saved", orZero(saved)));
    }

    private static Fen orZero(Fen amount) {
        return amount.isNegative() ? Fen.ZERO : amount;
    }
}
