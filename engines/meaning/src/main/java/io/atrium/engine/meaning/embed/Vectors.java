// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.embed;

/// Arithmetic on vectors of length one.
public final class Vectors {
    private Vectors() {}

    /// The closeness (余弦相似度) of two vectors of length one: 1 for the same direction.
    public static float closeness(float[] one, float[] other) {
        if (one.length != other.length) throw new IllegalArgumentException(one.length + " and " + other.length);
        float a = 0; // four sums that do not wait for each other, in an order that never changes
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        for (; i < one.length; i++) a += one[i] * other[i];
        return a + b + (c + d);
    }

    /// The same direction, at length one.
    public static float[] normalised(float[] vector) {
        double square = 0;
        for (float value : vector) square += (double) value * value;
        if (!(square > 0)) throw new IllegalArgumentException("a vector without direction");
        float scale = (float) (1 / Math.sqrt(square));
        var result = new float[vector.length];
        for (int i = 0; i < vector.length; i++) result[i] = vector[i] * scale;
        return result;
    }
}
