// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.SettingsList;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/settings`: what can be set, what it is now, and what for.
@Controller
class SettingsPages {

    private final SettingsList settings;
    private final Sheets sheets;

    SettingsPages(SettingsList settings, Sheets sheets) {
        this.sheets = sheets;
        this.settings = settings;
    }

    @Bean
    static NavItem settingsNavItem() {
        return NavItem.needing(Permission.RUN_SYSTEM, NavGroup.SETTINGS, "admin.settings.title", "/settings", 80);
    }

    @GetMapping("/settings")
    PageView show(Actor actor, ListQuery query, Text t) {
        return PageView.of("admin/settings", "admin.settings.title", SettingsPage.of(settings.list(actor), query, t));
    }

    @GetMapping("/settings/export")
    ResponseEntity<byte[]> export(Actor actor, ListQuery query, SheetFormat format, Text t) {
        var page = SettingsPage.of(settings.list(actor), query, t);
        var sheet = Sheet.<SettingsPage.Row>named("admin.settings.title")
                .text("admin.settings.name", SettingsPage.Row::name)
                .text("admin.settings.meaning", SettingsPage.Row::meaning)
                .text("admin.settings.current", SettingsPage.Row::current)
                .text("admin.settings.standard", SettingsPage.Row::standard)
                .text("admin.settings.set-by", row -> t.of(row.setBy().key()));
        return sheets.answer(sheet, SheetRows.of(page.rows()), new SheetAsk(format, query, t));
    }
}
