// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import io.atrium.web.PageFrame.Keys;
import io.atrium.web.PageFrame.Reading;
import io.atrium.web.PageFrame.Theme;
import io.atrium.web.text.Lang;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// How a reader wants pages (偏好): language, theme, reading mode, keyboard shortcuts. What the address chooses
/// (`?lang=en`, `?theme=dark`) counts first and is remembered in a cookie, and for the signed-in with their account
/// ([AccountPreferences]); then the cookie, then the account, then what the browser says.
public final class Preferences {

    static final String LANG = "lang";
    static final String THEME = "theme";
    static final String READING = "reading";
    static final String KEYS = "keys";

    static final List<String> NAMES = List.of(LANG, THEME, READING, KEYS);

    /// Session attribute with what the account remembers, as a map of strings.
    static final String SESSION_ATTRIBUTE = "atrium.preferences";

    private static final Duration KEPT = Duration.ofDays(365);

    private Preferences() {}

    public static Lang lang(HttpServletRequest request) {
        return choice(request, LANG)
                .flatMap(Lang::find)
                .or(() -> accepted(request))
                .orElse(Lang.ZH);
    }

    static Theme theme(HttpServletRequest request) {
        return choice(request, THEME).flatMap(named(Theme.values())).orElse(Theme.SYSTEM);
    }

    static Reading reading(HttpServletRequest request) {
        return choice(request, READING).flatMap(named(Reading.values())).orElse(Reading.NORMAL);
    }

    static Keys keys(HttpServletRequest request) {
        return choice(request, KEYS).flatMap(named(Keys.values())).orElse(Keys.ON);
    }

    /// What the address chose, in its canonical words; nothing that is not a choice.
    static Map<String, String> chosen(HttpServletRequest request) {
        var chosen = new LinkedHashMap<String, String>();
        parameter(request, LANG).flatMap(Lang::find).ifPresent(lang -> chosen.put(LANG, lang.tag()));
        parameter(request, THEME).flatMap(named(Theme.values())).ifPresent(one -> chosen.put(THEME, word(one)));
        parameter(request, READING).flatMap(named(Reading.values())).ifPresent(one -> chosen.put(READING, word(one)));
        parameter(request, KEYS).flatMap(named(Keys.values())).ifPresent(one -> chosen.put(KEYS, word(one)));
        return chosen;
    }

    /// Keeps what the address chose.
    static void remember(HttpServletRequest request, HttpServletResponse response) {
        chosen(request).forEach((name, value) -> keep(request, response, name, value));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> choice(HttpServletRequest request, String name) {
        return parameter(request, name)
                .or(() -> Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue))
                .or(() -> Optional.ofNullable(account(request).get(name)));
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    @SuppressWarnings("unchecked") // only AccountPreferences writes this attribute
    private static Map<String, String> account(HttpServletRequest request) {
        var session = request.getSession(false);
        var kept = session == null ? null : (Map<String, String>) session.getAttribute(SESSION_ATTRIBUTE);
        return kept == null ? Map.of() : kept;
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

    private static <E extends Enum<E>> Function<String, Optional<E>> named(E[] values) {
        return name -> Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(name))
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
