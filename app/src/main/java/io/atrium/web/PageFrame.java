// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import io.atrium.kernel.access.Actor;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/// Everything around the content of a page (页面框架): made once per page by `io.atrium.web.frame.Frames`, drawn by
/// `layout/page.jte`. A template passes it on and reads nothing else from it than the token for its forms.
public record PageFrame(
        Text t,
        Theme theme,
        String path,
        Titles titles,
        List<NavSection> nav,
        @Nullable Actor viewer,
        @Nullable CsrfToken csrf,
        @Nullable Flash flash,
        Site site,
        List<LangLink> languages,
        List<ThemeLink> themes) {

    /// Light, dark, or as the system says (主题).
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK;

        /// For which media the dark colours are linked; null leaves them out.
        public @Nullable String darkMedia() {
            return switch (this) {
                case SYSTEM -> "screen and (prefers-color-scheme: dark)";
                case LIGHT -> null;
                case DARK -> "screen";
            };
        }
    }

    /// Heading, title of the browser window, and the path above.
    public record Titles(String heading, String window, List<CrumbLink> crumbs) {}

    public record CrumbLink(String text, String href) {}

    public record NavSection(String title, List<NavLink> links) {}

    /// `current` is `page` on the entry's own page, `true` under it, else null.
    public record NavLink(
            String text, String href, @Nullable String current) {}

    public record LangLink(Lang lang, String href, boolean isCurrent) {}

    public record ThemeLink(String text, String href, boolean isCurrent) {}

    /// What the operator of this installation says about itself, and which files the page links.
    public record Site(String operator, @Nullable String filingNumber, String version, boolean isDemo, Links links) {}

    public record Links(String css, String darkCss, String script, String htmx) {}

    public boolean isSignedIn() {
        return viewer != null;
    }
}
