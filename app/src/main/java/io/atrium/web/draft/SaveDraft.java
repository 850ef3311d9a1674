// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.draft;

import io.atrium.kernel.access.Actor;
import java.util.List;
import java.util.Map;

/// Keeps the answers of a form; a draft of the same page is replaced, so that saving twice is harmless without a key.
public record SaveDraft(
        Actor actor, String page, String href, String titleKey, Map<String, ? extends List<String>> answers) {}
