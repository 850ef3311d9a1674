// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.api;

import io.atrium.engine.decision.column.Threshold;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.LocalText;
import io.atrium.kernel.Fen;
import io.atrium.policy.WorkbenchResult;
import io.atrium.policy.WorkbenchResult.Bond;
import io.atrium.policy.WorkbenchResult.Group;
import io.atrium.policy.WorkbenchResult.Totals;
import io.atrium.policy.domain.FrozenFirms;
import io.atrium.web.api.MoneyJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a supposition comes to, as the API shows it. Nothing is decided by it and nothing is kept of it.
///
/// @param figures every figure of the policy, in the model's units: a share is a fraction, money is yuan
/// @param countedMillis how long the server counted
record SimulationJson(
        String policy,
        String version,
        @Nullable String draft,
        @Nullable String comparedWith,
        String snapshot,
        LocalDate day,
        int firms,
        List<FigureJson> figures,
        TotalsJson before,
        TotalsJson after,
        ChangesJson changes,
        List<GroupJson> byDistrict,
        List<GroupJson> bySize,
        List<GroupJson> byStage,
        List<NearMissJson> nearMisses,
        List<OverlapJson> overlaps,
        double countedMillis) {

    private static final double NANOS_PER_MILLI = 1e6;

    /// @param text where it stands in the model
    record FigureJson(String name, String text, String inForce, String supposed) {}

    record TotalsJson(
            MoneyJson budget, long granted, long entitled, long ceiling, long review, long unknown, long notYet) {

        static TotalsJson of(Totals totals) {
            return new TotalsJson(
                    MoneyJson.of(totals.fen()),
                    totals.granted(),
                    totals.entitled(),
                    totals.ceiling(),
                    totals.review(),
                    totals.unknown(),
                    totals.notYet());
        }
    }

    record ChangesJson(long winners, long losers, long more, long less, long unchanged, MoneyJson budget) {}

    /// @param group empty for firms of which it is not known
    record GroupJson(
            String group,
            long firms,
            long grantedBefore,
            long grantedAfter,
            MoneyJson budgetBefore,
            MoneyJson budgetAfter) {

        static GroupJson of(Group group) {
            return new GroupJson(
                    group.text(),
                    group.firms(),
                    group.before().firms(),
                    group.after().firms(),
                    MoneyJson.of(new Fen(group.before().fen())),
                    MoneyJson.of(new Fen(group.after().fen())));
        }
    }

    record NearMissJson(String condition, LocalText label, long firms) {}

    record OverlapJson(String policy, Bond bond, long before, long after) {}

    static SimulationJson of(WorkbenchResult result) {
        var base = result.base();
        var about = result.snapshot().about();
        var inForce = base.inForce();
        var draft = base.draft();
        var difference = result.difference();
        return new SimulationJson(
                base.policy().value(),
                base.version(),
                draft == null ? null : draft.value(),
                inForce == null ? null : inForce.version(),
                about.id().value(),
                about.day(),
                result.firms(),
                base.thresholds().stream()
                        .map(figure -> figure(figure, result.moved()))
                        .toList(),
                TotalsJson.of(result.before()),
                TotalsJson.of(result.after()),
                new ChangesJson(
                        difference.winners(),
                        difference.losers(),
                        difference.more(),
                        difference.less(),
                        difference.unchanged(),
                        MoneyJson.of(result.after().fen().minus(result.before().fen()))),
                groups(result, FrozenFirms.DISTRICT),
                groups(result, FrozenFirms.SIZE),
                groups(result, FrozenFirms.STAGE),
                result.nearMisses().stream()
                        .map(near -> new NearMissJson(
                                near.condition().id(), near.condition().label(), near.firms()))
                        .toList(),
                result.overlaps().stream()
                        .map(overlap -> new OverlapJson(
                                overlap.other().value(), overlap.bond(), overlap.before(), overlap.after()))
                        .toList(),
                result.took().toNanos() / NANOS_PER_MILLI);
    }

    private static FigureJson figure(Threshold figure, Map<String, FactValue> moved) {
        return new FigureJson(
                figure.name(),
                figure.text(),
                figure.value().text(),
                moved.getOrDefault(figure.name(), figure.value()).text());
    }

    private static List<GroupJson> groups(WorkbenchResult result, String column) {
        return result.groups(column).stream().map(GroupJson::of).collect(Collectors.toList());
    }
}
