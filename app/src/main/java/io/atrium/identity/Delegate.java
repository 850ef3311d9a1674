// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.access.Permission;
import java.time.LocalDate;
import java.util.Set;

/// Lets another person act for one's own organisation (委托办理).
///
/// @param login of the person who will act
/// @param lastDay the last day on which they may
public record Delegate(String login, Set<Permission> permissions, LocalDate lastDay) {}
