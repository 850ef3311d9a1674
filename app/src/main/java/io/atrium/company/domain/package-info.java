// SPDX-License-Identifier: Apache-2.0
/// Pure rules of the company file: reading values, resolving facts as of a date, checking a registry delivery.
@NullMarked
package io.atrium.company.domain;

import org.jspecify.annotations.NullMarked;
