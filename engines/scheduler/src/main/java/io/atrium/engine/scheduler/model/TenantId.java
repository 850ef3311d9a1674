// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// Names the tenant (租户) that a job belongs to and whose quota it uses.
public record TenantId(String value) implements Comparable<TenantId> {
    public TenantId {
        Limits.requireName("TenantId", value);
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
