// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import java.util.List;

/// An invented person with a login name. `organisation` is the key of a body, `provider-3`, or `firm-1`;
/// the roles are the names of the application's roles.
public record InventedPerson(String login, String name, String nameEn, String organisation, List<String> roles) {
    public InventedPerson {
        roles = List.copyOf(roles);
    }
}
