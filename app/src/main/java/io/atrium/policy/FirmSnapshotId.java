// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// Id of a frozen snapshot of all firms' facts (冻结快照). `snp_…`
public record FirmSnapshotId(String value) {

    public static final String PREFIX = "snp";

    @Override
    public String toString() {
        return value;
    }
}
