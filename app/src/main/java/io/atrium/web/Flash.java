// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.io.Serializable;
import java.util.List;

/// A message that is shown once, on the page after the redirect (操作结果提示). Arguments travel through the session and
/// are therefore strings and numbers.
public record Flash(Tone tone, String key, List<Serializable> arguments) implements Serializable {

    public static Flash done(String key, Serializable... arguments) {
        return new Flash(Tone.GOOD, key, List.of(arguments));
    }

    public static Flash note(String key, Serializable... arguments) {
        return new Flash(Tone.INFO, key, List.of(arguments));
    }

    public String text(Text t) {
        return t.of(key, arguments.toArray());
    }
}
