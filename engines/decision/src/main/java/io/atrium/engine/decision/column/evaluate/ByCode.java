// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Rows;

/// The rules that a text allows, by its code (编码查表).
public final class ByCode extends RuleFilter {

    private final Step text;
    private final long[][] masks;

    /// @param masks by word, then by code
    public ByCode(Step text, long[][] masks) {
        this.text = text;
        this.masks = masks;
    }

    @Override
    Step input() {
        return text;
    }

    @Override
    void strike(Lane input, long[] rules, int count) {
        for (int word = 0; word < masks.length; word++) {
            int offset = word * Rows.MAX;
            var allowed = masks[word];
            for (int i = 0; i < count; i++) {
                rules[offset + i] &= allowed[(int) input.values[i]];
            }
        }
    }
}
