// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.PersonId;

/// A steward (服务管家) with how to reach them and how many firms they look after.
///
/// @param contact in their own words; empty until told
public record StewardView(PersonId person, String name, String contact, int firms) {}
