// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells whoever starts a second node on one data folder what to do, instead of a stack trace.
final class NodeFolderFailure extends AbstractFailureAnalyzer<NodeFolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable root, NodeFolderInUse cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Give each node a folder of its own with --data, and all of them the same ATRIUM_FILES.",
                cause);
    }
}
