// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import io.atrium.kernel.RefusalCode;

/// Why an operation is not begun, or did not finish.
public enum OperationRefusal implements RefusalCode {
    OPERATIONS_FULL(Kind.TOO_MANY),
    OPERATION_INTERRUPTED(Kind.UNAVAILABLE),
    OPERATION_FAILED(Kind.UNAVAILABLE);

    private final Kind kind;

    OperationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
