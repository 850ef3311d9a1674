// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A form that was begun (草稿).
public record DraftView(
        String id, String page, String href, String titleKey, Map<String, List<String>> answers, Instant savedAt) {}
