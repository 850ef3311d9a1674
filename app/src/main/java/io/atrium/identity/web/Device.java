// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.web.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/// A browser in words (设备), as far as it says what it is.
record Device(String browser, String system) {

    /// In this order: most browsers also claim to be those after them.
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("MicroMessenger/", "WeChat");
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("QQBrowser/", "QQ Browser");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        SYSTEMS.put("HarmonyOS", "HarmonyOS");
        SYSTEMS.put("OpenHarmony", "HarmonyOS");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    static Device of(String userAgent) {
        return new Device(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    String words(Text t) {
        if (browser.isEmpty() && system.isEmpty()) {
            return t.of("identity.sessions.device.unknown");
        }
        return browser.isEmpty() || system.isEmpty()
                ? browser + system
                : t.of("identity.sessions.device", browser, system);
    }

    private static String first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
