// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// Id of a list of firms to be granted (拟发放名单). `grl_…`
public record GrantListId(String value) {

    public static final String PREFIX = "grl";

    @Override
    public String toString() {
        return value;
    }
}
