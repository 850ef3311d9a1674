// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// The answer of one policy for one firm, beside those for others.
public record SurveyRow(Entitlement entitlement, String firmName) {}
