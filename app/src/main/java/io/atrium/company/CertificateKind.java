// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

/// What a firm can prove by paper (证照类型).
public enum CertificateKind {
    BUSINESS_LICENCE,
    HIGH_TECH_ENTERPRISE,
    FIRM_LADDER_TITLE,
    AI_FILING,
    SOFTWARE_COPYRIGHT,
    PATENT,
    MANAGEMENT_SYSTEM,
    TAX_STATEMENT,
    SOCIAL_INSURANCE,
    OTHER
}
