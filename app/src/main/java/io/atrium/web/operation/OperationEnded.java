// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

/// An operation came to its end, whichever. Published in the transaction that says so; texts are message keys.
public record OperationEnded(
        String operation, String person, String organisation, String titleKey, String titleArgument, String state) {}
