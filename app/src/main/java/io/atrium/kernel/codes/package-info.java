// SPDX-License-Identifier: Apache-2.0
/// Code tables that may change while Atrium runs (代码表): what a module offers to have changed.
///
/// Versions, review and publication are administration's; a module only declares a [CodeTable] and is told which
/// entries
/// count.
@NullMarked
package io.atrium.kernel.codes;

import org.jspecify.annotations.NullMarked;
