// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// Id of the grant of one firm (发放). `grt_…`
public record GrantId(String value) {

    public static final String PREFIX = "grt";

    @Override
    public String toString() {
        return value;
    }
}
