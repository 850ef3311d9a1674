// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.kernel.RequestKey;

/// Begins to look for the cause (认领发现).
public record TakeOnFinding(RequestKey key, FindingId finding) {}
