// SPDX-License-Identifier: Apache-2.0
/// What a job may do and what it costs: pure rules, no framework, no SQL.
@NullMarked
package io.atrium.compute.domain;

import org.jspecify.annotations.NullMarked;
