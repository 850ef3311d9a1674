// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

/// Names one operation.
public record OperationId(String value) {

    public static final String PREFIX = "op";

    @Override
    public String toString() {
        return value;
    }
}
