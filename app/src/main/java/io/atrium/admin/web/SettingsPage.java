// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.SettingView;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `/settings` shows.
public record SettingsPage(Table table, List<Row> rows) {

    public record Row(String name, String variable, String meaning, String current, String standard, Tag setBy) {}

    static SettingsPage of(List<SettingView> settings, ListQuery query, Text t) {
        var table = Table.of(
                        "admin.settings.title",
                        Empty.nothingYet("admin.settings.none"),
                        settings.size(),
                        Column.text("admin.settings.name"),
                        Column.text("admin.settings.meaning"),
                        Column.text("admin.settings.current"),
                        Column.text("admin.settings.standard"),
                        Column.text("admin.settings.set-by"))
                .exported(query);
        return new SettingsPage(
                table, settings.stream().map(setting -> row(setting, t)).toList());
    }

    private static Row row(SettingView setting, Text t) {
        return new Row(
                setting.name(),
                setting.variable(),
                t.of("admin.setting." + setting.name()),
                setting.isSecret() ? t.of("admin.settings.secret") : value(setting.current(), t),
                setting.isSecret() ? t.of("admin.settings.secret") : value(setting.standard(), t),
                Tag.of(
                        setting.setBy() == SettingView.SetBy.DEFAULT ? Tone.PLAIN : Tone.INFO,
                        "admin.settings.by." + setting.setBy()));
    }

    private static String value(@Nullable String value, Text t) {
        return value == null || value.isEmpty() ? t.of("admin.settings.unset") : value;
    }
}
