// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// Id of one decision of one policy for one firm. `dec_…`
public record DecisionId(String value) {

    public static final String PREFIX = "dec";

    @Override
    public String toString() {
        return value;
    }
}
