// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.status;

import io.atrium.kernel.RequestKey;

/// Calls an announcement off or over.
public record EndPoolNotice(RequestKey key, String notice) {}
