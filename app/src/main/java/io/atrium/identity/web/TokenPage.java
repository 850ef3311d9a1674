// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.TokenView;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param secret the token just made, told now and never again
public record TokenPage(
        Form form, Table table, List<Row> rows, @Nullable String secret) {

    public record Row(TokenView token, Tag state, boolean isValid) {}

    static TokenPage of(Form form, Table table, List<TokenView> tokens, @Nullable String secret, Instant now) {
        return new TokenPage(
                form, table, tokens.stream().map(token -> row(token, now)).toList(), secret);
    }

    static Row row(TokenView token, Instant now) {
        if (token.revokedAt() != null) {
            return new Row(token, Tag.of(Tone.PLAIN, "identity.tokens.state.revoked"), false);
        }
        boolean isValid = token.expiresAt().isAfter(now);
        return new Row(
                token,
                isValid
                        ? Tag.of(Tone.GOOD, "identity.tokens.state.valid")
                        : Tag.of(Tone.PLAIN, "identity.tokens.state.expired"),
                isValid);
    }
}
