// SPDX-License-Identifier: Apache-2.0
/// Journeys through Atrium in a real browser, as the people make them: firm, officer, provider.
///
/// The application runs in this JVM on an embedded database of its own ([io.atrium.e2e.RunningAtrium]); the browser is
/// Debian's Chromium, driven by Playwright ([io.atrium.e2e.Chromium]). Every page that is visited is checked for
/// accessibility; `./atrium prove axe` leaves a picture of each in `target/screenshots`.
@NullMarked
package io.atrium.e2e;

import org.jspecify.annotations.NullMarked;
