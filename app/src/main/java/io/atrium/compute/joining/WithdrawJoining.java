// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

import io.atrium.kernel.RequestKey;

/// A provider takes its application back while it is open.
public record WithdrawJoining(RequestKey key, JoiningId joining) {}
