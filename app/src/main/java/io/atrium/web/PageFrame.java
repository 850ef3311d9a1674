// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import io.atrium.kernel.access.Actor;
import io.atrium.web.component.Form;
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
        Display display,
        Visit visit,
        Typing typing) {

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

    /// What the forms of a page need to keep what is typed: the page they stand on, and what was kept for it before.
    public record Typing(String formPage, KeptForm.Memory memory) {}

    /// What was kept for the forms of this page; a template that asks costs one query.
    public @Nullable KeptForm kept() {
        return viewer == null ? null : typing.memory().find().orElse(null);
    }

    /// The form with what was kept, when this page was asked to show it.
    public Form restored(Form form) {
        var kept = form.isRefused() ? null : kept();
        return kept == null || !kept.isShown() ? form : form.restored(kept.answers());
    }

    /// Plain, or large letters with strong contrast (阅读模式).
    public enum Reading {
        NORMAL,
        LARGE
    }

    /// Whether single keys are shortcuts (键盘快捷键).
    public enum Keys {
        ON,
        OFF
    }

    /// How the page is to look and to be used, and the links that change it.
    public record Display(Reading reading, Keys keys, List<ChoiceGroup> choices, List<GoLink> goes) {}

    /// `g` and this key lead to a page of the navigation.
    public record GoLink(String key, String text, String href) {}

    public record ChoiceGroup(String title, List<ChoiceLink> links) {}

    /// Heading, title of the browser window, and the path above.
    public record Titles(String heading, String window, List<CrumbLink> crumbs) {}

    public record CrumbLink(String text, String href) {}

    public record NavSection(String title, List<NavLink> links) {}

    /// `current` is `page` on the entry's own page, `true` under it, else null.
    public record NavLink(
            String text, String href, @Nullable String current) {}

    public record LangLink(Lang lang, String href, boolean isCurrent) {}

    public record ChoiceLink(String text, String href, boolean isCurrent) {}

    /// What the operator of this installation says about itself, and which files the page links.
    /// @param ribbon what the demo says on every page; null elsewhere
    public record Site(
            String operator,
            @Nullable String filingNumber,
            String version,
            @Nullable String ribbon,
            Links links) {

        public boolean isDemo() {
            return ribbon != null;
        }
    }

    /// @param notes the script of notes that are written without a network; only their page loads it
    public record Links(
            String css, String darkCss, String script, String htmx, String chart, String notes, EditorLinks editor) {}

    /// The editor of decision models; only its page loads it.
    public record EditorLinks(String css, String script) {}

    /// The viewer's visit (本次访问).
    ///
    /// @param switcher where else the viewer may act; null for a stranger
    /// @param sessionSeconds after how long without a request the session ends; 0 for a stranger
    /// @param unread how many messages wait in the inbox
    /// @param account where one looks after oneself: tokens, sessions, saved views
    public record Visit(@Nullable Switcher switcher, int sessionSeconds, int unread, List<NavLink> account) {

        /// The viewer's own organisation, to which they return from acting for somebody.
        public Switcher.@Nullable Choice home() {
            return switcher == null
                    ? null
                    : switcher.choices().stream()
                            .filter(choice -> !choice.isDelegated())
                            .findFirst()
                            .orElse(null);
        }
    }

    public boolean isSignedIn() {
        return viewer != null;
    }

    /// The organisation for which the viewer acts, in the language of the page; empty for a stranger.
    public String organisationName() {
        var switcher = visit.switcher();
        var known = viewer == null ? "" : viewer.organisationName();
        return switcher == null ? known : switcher.currentName(t.lang()).orElse(known);
    }
}
