// SPDX-License-Identifier: Apache-2.0
/// What this module keeps in the database.
@NullMarked
package io.atrium.policy.store;

import org.jspecify.annotations.NullMarked;
