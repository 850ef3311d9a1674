// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

/// Id of an organisation (组织): a firm, provider, department, bank, or the community's own bodies. `org_…`
public record OrgId(String value) {

    public static final String PREFIX = "org";

    @Override
    public String toString() {
        return value;
    }
}
