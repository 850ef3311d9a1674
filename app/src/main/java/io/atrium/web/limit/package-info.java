// SPDX-License-Identifier: Apache-2.0

/// What the web door lets through (访问限制): how many requests in a minute, and nothing during a planned downtime.
@NullMarked
package io.atrium.web.limit;

import org.jspecify.annotations.NullMarked;
