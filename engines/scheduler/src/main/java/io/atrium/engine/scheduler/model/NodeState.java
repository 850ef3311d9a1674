// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// State of a node (节点状态). Jobs that already run on a node are left alone in every state.
public enum NodeState {
    /// Takes new jobs.
    UP,
    /// Takes no new job and empties as its jobs end (排空).
    DRAIN,
    /// Out of service for planned work (维护).
    MAINTENANCE
}
