// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// Id of a kept scenario of a policy simulation (情景). `scn_…`
public record ScenarioId(String value) {

    public static final String PREFIX = "scn";

    @Override
    public String toString() {
        return value;
    }
}
