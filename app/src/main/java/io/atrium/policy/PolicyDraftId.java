// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// Id of a draft of a policy version (政策草案). `pdr_…`
public record PolicyDraftId(String value) {

    public static final String PREFIX = "pdr";

    @Override
    public String toString() {
        return value;
    }
}
