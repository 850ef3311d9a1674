// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.web.text.Figure;
import org.jspecify.annotations.Nullable;

/// A number that links to the list which proves it (指标卡).
public record Tile(
        String label,
        Figure figure,
        @Nullable String href,
        @Nullable String note) {

    public static Tile of(String label, Figure figure, @Nullable String href) {
        return new Tile(label, figure, href, null);
    }

    public Tile note(String line) {
        return new Tile(label, figure, href, line);
    }
}
