// SPDX-License-Identifier: Apache-2.0
/// What a job runs, as a request to an execution engine.
@NullMarked
package io.atrium.compute.workload;

import org.jspecify.annotations.NullMarked;
