// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

/// A stable refusal code. Each module has one enum of them, in order of precedence, and for each code the messages
/// `problem.<CODE>.title`, `.detail` and `.remedy` in both languages.
public interface RefusalCode {

    String name();

    Kind kind();

    /// What sort of refusal it is, and with that its HTTP status.
    enum Kind {
        MALFORMED(400),
        UNAUTHENTICATED(401),
        NOT_ALLOWED(403),
        NOT_FOUND(404),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        RULE(422),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
