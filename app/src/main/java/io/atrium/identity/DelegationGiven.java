// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import java.time.LocalDate;

/// Somebody lets another person act for their organisation (已委托).
///
/// @param by name of who lets them
/// @param lastDay the last day on which the delegate may act
public record DelegationGiven(String delegation, OrgId organisation, String by, PersonId to, LocalDate lastDay) {}
