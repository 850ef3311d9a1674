// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// Id of a policy (政策), readable: `demo-compute-voucher`.
public record PolicyId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
