// SPDX-License-Identifier: Apache-2.0

/// A firm's first day (入驻第一天), carried out over HTTP like any client would, with request keys that make every step
/// safe to repeat: a day that was cut off goes on where it stopped.
@NullMarked
package io.atrium.demo.day;

import org.jspecify.annotations.NullMarked;
