// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.web;

/// The code of an account as its page's address carries it; Spring fills it from the path.
record AccountPath(String asset, String kind, String owner, String role) {

    String code() {
        return String.join("/", asset, kind, owner, role);
    }
}
