// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.RequestKey;

/// Gives the firms that have no steward to those with the fewest (平均分派).
public record SplitFirms(RequestKey key, String reason) {}
