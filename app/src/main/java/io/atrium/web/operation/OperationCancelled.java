// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

/// Ends the work of an operation that its person cancelled.
public final class OperationCancelled extends RuntimeException {

    OperationCancelled() {
        super("cancelled by its person", null, false, false);
    }
}
