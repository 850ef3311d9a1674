// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.api;

import io.atrium.identity.Actors;
import io.atrium.identity.IdentityRefusal;
import io.atrium.identity.SignIns;
import io.atrium.identity.TokenView;
import io.atrium.identity.Tokens;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// API tokens. Creating one takes no idempotency key: its secret is told once and stored nowhere, so it cannot be
/// replayed; a second request makes a second token.
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "tokens")
class TokensApi {

    private static final int DAYS_DEFAULT = 30;

    private final SignIns signIns;
    private final Actors actors;
    private final Tokens tokens;

    TokensApi(SignIns signIns, Actors actors, Tokens tokens) {
        this.signIns = signIns;
        this.actors = actors;
        this.tokens = tokens;
    }

    /// @param permissions empty or absent: all that the person has
    record NewToken(
            @Nullable String login,
            @Nullable String password,
            @Nullable String name,
            @Nullable Set<String> permissions,
            @Nullable Integer expiresInDays) {}

    record Created(String id, String token, Instant expiresAt) {}

    record TokenList(List<TokenView> items) {}

    @Operation(summary = "Make a token with login and password; the secret is told now and never again")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody NewToken body, HttpServletRequest request) {
        var actor =
                switch (signIns.attempt(orEmpty(body.login()), orEmpty(body.password()), request.getRemoteAddr())) {
                    case SignIns.Outcome.SignedIn(var person, _) -> actors.seats(person)
                            .first()
                            .flatMap(seat -> actors.find(person, seat.organisation()))
                            .orElseThrow(() -> new RefusedException(IdentityRefusal.SIGN_IN_FAILED));
                    case SignIns.Outcome.Refused(var refusal) -> throw new RefusedException(refusal);
                };
        var permissions = body.permissions() == null ? Set.<String>of() : body.permissions();
        int days = body.expiresInDays() == null ? DAYS_DEFAULT : body.expiresInDays();
        return switch (tokens.create(actor, orEmpty(body.name()), permissions, Duration.ofDays(days))) {
            case Tokens.Outcome.Created(var id, var secret, var expiresAt) -> new Created(id, secret, expiresAt);
            case Tokens.Outcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    @Operation(summary = "One's own tokens, newest first, without their secrets")
    @GetMapping
    TokenList list(Actor actor) {
        return new TokenList(tokens.list(actor));
    }

    @Operation(summary = "Revoke one of one's own tokens")
    @PostMapping("/{id}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor, @PathVariable String id) {
        if (!tokens.revoke(actor, id)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
    }
}
