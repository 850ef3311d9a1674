// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// A second officer has approved a draft (草案复核通过); it counts from its day on.
public record PolicyDraftApproved(PolicyDraftId draft) {}
