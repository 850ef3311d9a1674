// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.access;

/// A role (角色) that a person has in one organisation; what it allows stands in [AccessRules].
public enum Role {
    FIRM_OWNER,
    FIRM_FINANCE,
    FIRM_ENGINEER,
    STEWARD,
    OFFICER,
    PROVIDER_STAFF,
    BANK_STAFF,
    AUDITOR,
    ADVISER,
    OPERATOR,
    ADMINISTRATOR
}
