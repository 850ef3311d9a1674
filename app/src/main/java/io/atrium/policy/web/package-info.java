// SPDX-License-Identifier: Apache-2.0
/// Pages of policies, entitlements and grants.
@NullMarked
package io.atrium.policy.web;

import org.jspecify.annotations.NullMarked;
