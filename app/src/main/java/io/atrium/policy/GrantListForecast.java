// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// What it would come to if a list were confirmed now (确认后果).
///
/// @param isSecondNeeded whether the sum or a single grant is above the limits
/// @param isFirstByReader whether the reader confirmed first, and another has to confirm
public record GrantListForecast(
        GrantCut cut, PolicySettings.SecondOfficer limits, boolean isSecondNeeded, boolean isFirstByReader) {}
