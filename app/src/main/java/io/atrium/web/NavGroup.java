// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

/// The floors of the navigation, from top to bottom (导航分组). At most eight, named by what people come to do.
public enum NavGroup {
    START("web.nav.group.start"),
    BENEFITS("web.nav.group.benefits"),
    COMPUTE("web.nav.group.compute"),
    NEEDS("web.nav.group.needs"),
    COMPANY("web.nav.group.company"),
    MONEY("web.nav.group.money"),
    OVERSIGHT("web.nav.group.oversight"),
    SETTINGS("web.nav.group.settings"),

    /// Not in the navigation but in the menu under one's own name.
    ACCOUNT("web.nav.group.account");

    private final String titleKey;

    NavGroup(String titleKey) {
        this.titleKey = titleKey;
    }

    public String titleKey() {
        return titleKey;
    }
}
