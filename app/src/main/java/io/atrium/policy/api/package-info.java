// SPDX-License-Identifier: Apache-2.0
/// REST resources of policies, entitlements and grants.
@NullMarked
package io.atrium.policy.api;

import org.jspecify.annotations.NullMarked;
