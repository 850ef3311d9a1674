// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.engine;

import io.atrium.kernel.RequestKey;
import io.atrium.web.Seen;

/// A provider says which engine runs the jobs of a pool from now on.
public record ConnectPool(RequestKey key, String pool, String engine, Seen seen) {}
