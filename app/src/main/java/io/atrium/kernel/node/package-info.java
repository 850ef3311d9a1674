// SPDX-License-Identifier: Apache-2.0
/// The nodes of an installation: processes of this application on one database. Each gives signs of life; one of them
/// leads, by a lease with a fencing token. What a leader does and who runs what is the modules' business. Start at
/// [io.atrium.kernel.node.AppNodes] and [io.atrium.kernel.node.Leadership].
@NullMarked
package io.atrium.kernel.node;

import org.jspecify.annotations.NullMarked;
