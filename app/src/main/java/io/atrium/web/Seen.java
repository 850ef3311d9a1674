// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was stored when a form was filled in (填写时的版本): a mark of the content, carried by the form. The front door
/// compares it, under its lock, with what is stored now; a difference means that somebody else was faster. A controller
/// takes it as a parameter.
public record Seen(String mark) {

    /// The name under which it travels.
    public static final String FIELD = "seen";

    /// Of whoever does not say what they saw: their change goes on top of whatever is stored.
    public static final Seen ANYTHING = new Seen("");

    private static final int LENGTH = 22;

    /// The order of what is given counts, that of sets does not.
    public static Seen of(Object... stored) {
        var text = Arrays.stream(stored).map(Seen::text).collect(Collectors.joining("\u0000"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Seen(Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The refusal when something else is stored by now.
    public Optional<Refusal> refusal(Seen now) {
        return mark.isEmpty() || equals(now)
                ? Optional.empty()
                : Optional.of(Refusal.of(CommonRefusal.CHANGED_MEANWHILE));
    }

    private static String text(Object stored) {
        return stored instanceof Collection<?> many
                ? many.stream().map(String::valueOf).sorted().collect(Collectors.joining("\u0001"))
                : String.valueOf(stored);
    }
}
