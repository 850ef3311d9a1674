// SPDX-License-Identifier: Apache-2.0

/// How Atrium meets people and programs: the page frame and components, languages, error pages, problem details
/// (RFC 9457), idempotency of requests ([io.atrium.web.Requests]). It knows no business: modules contribute their
/// navigation, messages and pages.
@ApplicationModule(type = ApplicationModule.Type.OPEN, displayName = "Web")
@NullMarked
package io.atrium.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
