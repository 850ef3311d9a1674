// SPDX-License-Identifier: Apache-2.0
/// Rules of entitlements and grants: no framework, no SQL.
@NullMarked
package io.atrium.policy.domain;

import org.jspecify.annotations.NullMarked;
