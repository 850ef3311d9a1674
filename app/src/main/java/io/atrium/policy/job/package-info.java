// SPDX-License-Identifier: Apache-2.0
/// What happens by itself: publishing at start, deciding after news, moving grants when a term ends.
@NullMarked
package io.atrium.policy.job;

import org.jspecify.annotations.NullMarked;
