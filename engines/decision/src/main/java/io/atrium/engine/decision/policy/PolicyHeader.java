// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who says what to whom, since when, and how certain that is.
///
/// @param contact whom to ask, where known
/// @param assumptions what the package takes for granted although the text does not say it
/// @param grant present only when the policy is granted without application
public record PolicyHeader(
        String id,
        String version,
        PolicyStatus status,
        LocalText title,
        LocalText benefit,
        BenefitKind benefitKind,
        LocalText issuer,
        SourceDocument document,
        Period period,
        GrantMode mode,
        PaymentMode payment,
        @Nullable LocalText contact,
        List<LocalText> assumptions,
        @Nullable GrantTerms grant) {}
