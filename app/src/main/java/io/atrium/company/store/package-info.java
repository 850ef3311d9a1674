// SPDX-License-Identifier: Apache-2.0
/// SQL of the company file. Every read of a firm's data takes a scope, except those that other modules decide with.
@NullMarked
package io.atrium.company.store;

import org.jspecify.annotations.NullMarked;
