// SPDX-License-Identifier: Apache-2.0
/// The rows of fleet, quotas, jobs and bills.
@NullMarked
package io.atrium.compute.store;

import org.jspecify.annotations.NullMarked;
