// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.VersionState;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;

/// States of versions as tags.
final class VersionWords {

    private VersionWords() {}

    static Tag tag(VersionState state) {
        var tone = switch (state) {
            case DRAFT -> Tone.INFO;
            case IN_REVIEW -> Tone.WAIT;
            case PUBLISHED -> Tone.GOOD;
            case DISCARDED -> Tone.PLAIN;
        };
        return Tag.of(tone, "admin.version.state." + state.name());
    }
}
