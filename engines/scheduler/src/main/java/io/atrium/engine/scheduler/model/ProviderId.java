// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// Names a compute provider (算力服务商).
public record ProviderId(String value) implements Comparable<ProviderId> {
    public ProviderId {
        Limits.requireName("ProviderId", value);
    }

    @Override
    public int compareTo(ProviderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
