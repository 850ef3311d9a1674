// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

import java.util.regex.Pattern;

/// Idempotency key (请求键): the same key twice gives the same outcome. 8 to 128 letters, digits and `- _ . :`.
public record RequestKey(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

    public RequestKey {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a request key is 8 to 128 letters, digits, or - _ . :");
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    /// A key for a part of the work that this key names.
    public RequestKey part(String name) {
        return new RequestKey(value + ":" + name);
    }
}
