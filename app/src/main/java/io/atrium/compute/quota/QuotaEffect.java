// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.quota;

import io.atrium.kernel.Fen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What another quota changes (变更影响), before anybody confirms: the quota itself is free, what it lets a firm use is
/// not.
///
/// @param waitingJobs own jobs that wait now because of the quota and would not any more
public record QuotaEffect(Side before, Side after, int waitingJobs) {

    /// @param costPerHour list price of an hour with all of these GPUs in use, in the cheapest and the dearest pool
    /// @param creditHours how many such hours the credit that is left would last in the cheapest pool; null without
    /// a price
    public record Side(
            int gpus, @Nullable Range costPerHour, @Nullable Long creditHours) {}

    public record Range(Fen least, Fen most) {}

    static Side side(int gpus, List<Fen> prices, Fen creditLeft) {
        var least = prices.stream().min(Fen::compareTo);
        var most = prices.stream().max(Fen::compareTo);
        if (least.isEmpty() || most.isEmpty()) {
            return new Side(gpus, null, null);
        }
        var range = new Range(times(least.get(), gpus), times(most.get(), gpus));
        var hours = range.least().isPositive()
                ? Math.max(0, creditLeft.value()) / range.least().value()
                : null;
        return new Side(gpus, range, hours);
    }

    private static Fen times(Fen price, int gpus) {
        return new Fen(Math.multiplyExact(price.value(), (long) gpus));
    }
}
