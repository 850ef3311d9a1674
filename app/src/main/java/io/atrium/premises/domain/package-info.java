// SPDX-License-Identifier: Apache-2.0

/// Rules of premises without framework: the template of a move, and files of rooms.
@NullMarked
package io.atrium.premises.domain;

import org.jspecify.annotations.NullMarked;
