// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Permission;

/// Whom a message is for (收件人). Everybody with a permission means whoever has it when they look, so that a successor
/// finds what was sent to the predecessor, and whoever lost the role does not.
public sealed interface Recipient {

    OrgId organisation();

    /// One person, shown while they act for this organisation.
    record One(OrgId organisation, PersonId person) implements Recipient {}

    /// All in an organisation who have a permission there.
    record Holders(OrgId organisation, Permission permission) implements Recipient {}
}
