// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

/// How a field is filled in (字段类型).
public enum FieldKind {
    TEXT("text"),
    NUMBER("text"),
    EMAIL("email"),
    PASSWORD("password"),
    DATE("date"),
    /// A day and a time of day, without a zone: the community's.
    MOMENT("datetime-local"),
    SEARCH("search"),
    FILE("file"),
    TEXTAREA("textarea"),
    SELECT("select"),
    RADIOS("radio"),
    CHECKBOXES("checkbox"),
    HIDDEN("hidden");

    private final String type;

    FieldKind(String type) {
        this.type = type;
    }

    /// The input's `type`; numbers are text with a numeric keyboard, so that spaces and commas are accepted.
    public String type() {
        return type;
    }

    /// A group of inputs under one legend.
    public boolean isGroup() {
        return this == RADIOS || this == CHECKBOXES;
    }
}
