// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.security;

import java.io.Serializable;
import java.security.Principal;

/// What a session remembers of its owner: ids only, everything else is read anew with each request.
record SignedIn(String person, String organisation) implements Principal, Serializable {

    @Override
    public String getName() {
        return person;
    }
}
