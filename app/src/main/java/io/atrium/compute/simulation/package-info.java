// SPDX-License-Identifier: Apache-2.0
/// The demo's simulation (模拟): jobs that hold GPUs in the real queue and run nowhere, and the replay of a day of them.
///
/// Start at [io.atrium.compute.simulation.Replays]. Nothing of it is there unless `atrium.demo` is set. Its money
/// stands in
/// a book of its own ([io.atrium.compute.account.SimulatedAccounts]), its jobs and bills say what they are.
@NullMarked
package io.atrium.compute.simulation;

import org.jspecify.annotations.NullMarked;
