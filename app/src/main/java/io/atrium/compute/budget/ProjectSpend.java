// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import io.atrium.kernel.Fen;

/// What a project of a firm used in a month (项目用量), whether it has a budget or not; the empty project is what
/// belongs to none.
public record ProjectSpend(String project, Fen spent, Fen held) {}
