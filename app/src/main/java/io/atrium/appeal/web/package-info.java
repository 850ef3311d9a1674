// SPDX-License-Identifier: Apache-2.0

/// Pages of appeals: the board, a need's form, one appeal with what may be done to it, the rates, the rules.
@NullMarked
package io.atrium.appeal.web;

import org.jspecify.annotations.NullMarked;
