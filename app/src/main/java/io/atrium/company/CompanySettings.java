// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the company file (prefix `atrium.company`).
///
/// @param correctionWorkingDays working days in which a correction is decided; assumed, no text gives it
/// @param certificateWarningDays days before its end at which a certificate is put on the desk
@ConfigurationProperties("atrium.company")
public record CompanySettings(
        @DefaultValue("5") int correctionWorkingDays,
        @DefaultValue("60") int certificateWarningDays) {}
