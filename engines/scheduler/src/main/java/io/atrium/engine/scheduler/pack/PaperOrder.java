// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.pack;

import io.atrium.engine.scheduler.model.Ask;
import java.util.Comparator;

/// The order in which kinds are packed on paper: what is hard to place first.
///
/// Shares that waste come after the others, then more GPU first, then fewer models allowed, then more CPU.
record PaperOrder(Mix mix, boolean[] wasteful) implements Comparator<Integer> {

    static PaperOrder of(Mix mix) {
        return new PaperOrder(mix, WastefulShares.of(mix));
    }

    @Override
    public int compare(Integer first, Integer second) {
        var order = compare(mix.kind(first), mix.kind(second));
        return order != 0 ? order : first - second;
    }

    private int compare(Ask first, Ask second) {
        if (rank(first) != rank(second)) {
            return rank(first) - rank(second);
        }
        if (first.milli() != second.milli()) {
            return second.milli() - first.milli();
        }
        if (models(first) != models(second)) {
            return models(first) - models(second);
        }
        return second.cpuMilli() - first.cpuMilli();
    }

    private int rank(Ask ask) {
        if (ask.isShare()) {
            return wasteful[ask.gpuMilli()] ? 2 : 1;
        }
        return ask.gpus() > 0 ? 0 : 3;
    }

    private static int models(Ask ask) {
        return ask.models().isEmpty() ? Integer.MAX_VALUE : ask.models().size();
    }
}
