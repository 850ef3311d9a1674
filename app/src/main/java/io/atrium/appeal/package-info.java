// SPDX-License-Identifier: Apache-2.0

/// Appeals (企业诉求): what a firm needs, said once in its own words; who answers, by when, and how it ended.
///
/// Start at [io.atrium.appeal.Appeals], where needs come in and are read; [io.atrium.appeal.Handling] is what units do
/// with
/// them, [io.atrium.appeal.Closing] what the firm says in the end, [io.atrium.appeal.Clocks] what happens when nobody
/// does
/// anything. Limits, categories and escalation are data: [io.atrium.appeal.domain.RuleBook]. It is no ticket system for
/// the operator's own work and no place for decisions on money: those have records of their own, which an appeal names.
@ApplicationModule(
        displayName = "Appeals",
        allowedDependencies = {"kernel", "web", "identity", "files", "files::pdf", "notice", "company"})
@NullMarked
package io.atrium.appeal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
