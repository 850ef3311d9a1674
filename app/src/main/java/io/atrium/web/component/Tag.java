// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

/// A state in words (状态标签): `Tag.of(Tone.GOOD, "voucher.state.ACTIVE")`.
public record Tag(Tone tone, String key) {

    public static Tag of(Tone tone, String key) {
        return new Tag(tone, key);
    }
}
