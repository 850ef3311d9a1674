// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import io.atrium.engine.decision.column.evaluate.AsRatio;
import io.atrium.engine.decision.column.evaluate.Choose;
import io.atrium.engine.decision.column.evaluate.Shape;
import io.atrium.engine.decision.column.evaluate.Step;
import java.util.function.IntSupplier;

/// If, then, else: brings both branches to one shape (分支对齐).
final class CompileChoice {

    private final IntSupplier slots;
    private final Numbers numbers;

    CompileChoice(IntSupplier slots, Numbers numbers) {
        this.slots = slots;
        this.numbers = numbers;
    }

    Step compile(Step condition, Step then, Step otherwise) {
        if (then.shape() instanceof Shape.Number && otherwise.shape() instanceof Shape.Number) {
            int scale = Math.max(Numbers.scale(then), Numbers.scale(otherwise));
            return choose(condition, numbers.withScale(then, scale), numbers.withScale(otherwise, scale));
        }
        if (then.shape() instanceof Shape.Ratio ratio && otherwise.shape() instanceof Shape.Number) {
            return choose(condition, then, ratio(otherwise, ratio));
        }
        if (then.shape() instanceof Shape.Number && otherwise.shape() instanceof Shape.Ratio ratio) {
            return choose(condition, ratio(then, ratio), otherwise);
        }
        var isAlike = (then.shape() instanceof Shape.Truth && otherwise.shape() instanceof Shape.Truth)
                || (then.shape() instanceof Shape.Day && otherwise.shape() instanceof Shape.Day)
                || (then.shape() instanceof Shape.Ratio(int a, _, _)
                        && otherwise.shape() instanceof Shape.Ratio(int b, _, _)
                        && a == b);
        if (!isAlike) {
            throw new NotCompiled("a choice between two kinds of value");
        }
        return choose(condition, then, otherwise);
    }

    private Step ratio(Step number, Shape.Ratio like) {
        if (Numbers.scale(number) > -like.shift()) {
            throw new NotCompiled("a choice between a quotient and a number of more digits");
        }
        return new AsRatio(slots.getAsInt(), numbers.withScale(number, -like.shift()));
    }

    private Step choose(Step condition, Step then, Step otherwise) {
        return new Choose(slots.getAsInt(), condition, then, otherwise);
    }
}
