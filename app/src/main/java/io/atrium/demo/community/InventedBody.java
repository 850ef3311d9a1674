// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

/// An invented organisation that is neither firm nor provider: a department, a bank, an auditor,
/// mediators and lawyers, the community itself.
public record InventedBody(String key, Kind kind, String name, String nameEn) {
    public enum Kind {
        COMMUNITY,
        DEPARTMENT,
        BANK,
        AUDIT,
        ADVISER
    }
}
