// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of appeals.
///
/// @param profile whose limits count until a rule book is published: one of `shanghai`, `provincial`, `beijing`,
/// `shenzhen`, `zhuhai`, `jiangmen`, `zaozhuang`
/// @param findingDays working days in which a unit says what the cause of a finding is; assumed
@ConfigurationProperties("atrium.appeal")
public record AppealSettings(
        @DefaultValue("shanghai") String profile,
        @DefaultValue("5") int findingDays) {}
