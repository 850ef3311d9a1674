// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import io.atrium.web.PageFrame.Theme;
import io.atrium.web.text.Lang;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// Language and theme of a reader (偏好): a choice in the address (`?lang=en`, `?theme=dark`) is remembered in a cookie;
/// without one the cookie decides, then what the browser says.
public final class Preferences {

    static final String LANG = "lang";
    static final String THEME = "theme";
    private static final Duration KEPT = Duration.ofDays(365);

    private Preferences() {}

    public static Lang lang(HttpServletRequest request) {
        return choice(request, LANG)
                .flatMap(Lang::find)
                .or(() -> accepted(request))
                .orElse(Lang.ZH);
    }

    static Theme theme(HttpServletRequest request) {
        return choice(request, THEME).flatMap(Preferences::theme).orElse(Theme.SYSTEM);
    }

    /// Keeps what the address chose.
    static void remember(HttpServletRequest request, HttpServletResponse response) {
        chosen(request, LANG).flatMap(Lang::find).ifPresent(lang -> keep(request, response, LANG, lang.tag()));
        chosen(request, THEME)
                .flatMap(Preferences::theme)
                .ifPresent(theme -> keep(request, response, THEME, theme.name().toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> choice(HttpServletRequest request, String name) {
        return chosen(request, name)
                .or(() -> Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue));
    }

    private static Optional<String> chosen(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    private static Optional<Lang> accepted(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::toLanguageTag)
                .map(Lang::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Theme> theme(String name) {
        return Stream.of(Theme.values())
                .filter(theme -> theme.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
