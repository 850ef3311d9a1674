// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Node;

/// Says whether a node takes new jobs.
public non-sealed interface NodeRule extends Rule {
    boolean offers(Node node);
}
