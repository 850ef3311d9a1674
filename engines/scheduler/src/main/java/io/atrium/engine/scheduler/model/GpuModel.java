// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// Names a GPU model (GPU 型号), spelled the same in pools and jobs.
public record GpuModel(String value) implements Comparable<GpuModel> {
    public GpuModel {
        Limits.requireName("GpuModel", value);
    }

    @Override
    public int compareTo(GpuModel other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
