// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a new person must choose: a login and a password.
final class NewPerson {

    private NewPerson() {}

    static @Nullable Refusal refusal(String login, String password) {
        return AddMember.LOGIN.matcher(login).matches()
                ? refusal(password)
                : Refusal.of(IdentityRefusal.LOGIN_MALFORMED, "login", login);
    }

    static @Nullable Refusal refusal(String password) {
        int length = password.length();
        return length < AddMember.PASSWORD_LENGTH_MIN || length > AddMember.PASSWORD_LENGTH_MAX
                ? new Refusal(
                        IdentityRefusal.PASSWORD_LENGTH_OUT_OF_RANGE,
                        Map.of("min", AddMember.PASSWORD_LENGTH_MIN, "max", AddMember.PASSWORD_LENGTH_MAX))
                : null;
    }
}
