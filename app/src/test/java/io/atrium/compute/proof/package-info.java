// SPDX-License-Identifier: Apache-2.0
/// The long proof of metering and booking: nodes and PostgreSQL are killed over and over while usage is reported, and
/// in the end what was metered is what was booked, to the unit. Start at [io.atrium.compute.proof.ComputeProofTest];
/// whole applications that take over from one another at [io.atrium.compute.proof.NodesProof].
@NullMarked
package io.atrium.compute.proof;

import org.jspecify.annotations.NullMarked;
