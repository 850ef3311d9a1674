// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.api;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.web.error.WebRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which page of a REST list is asked for: `?limit=50&after=<cursor>` (游标翻页). A method takes it as a parameter. The
/// cursor
/// is opaque and bound to the path and the other query parameters, so that it cannot be used with another filter.
///
/// @param after the key of the last row of the page before; null asks for the first page
/// @param limit rows on a page, at most [#LIMIT_MAX]
public record CursorQuery(@Nullable String after, int limit, String filter) {

    public static final int LIMIT_MAX = 200;
    private static final int LIMIT_DEFAULT = 50;
    private static final int BINDING_BYTES = 6;

    public static CursorQuery of(HttpServletRequest request) {
        var filter = filter(request);
        var cursor = request.getParameter("after");
        return new CursorQuery(
                cursor == null ? null : keyOf(cursor, filter), limit(request.getParameter("limit")), filter);
    }

    /// How many rows to read: one more than is shown, to see whether there is a next page.
    public int rowsToRead() {
        return limit + 1;
    }

    String cursorAfter(String key) {
        var bytes = key.getBytes(StandardCharsets.UTF_8);
        var cursor = Arrays.copyOf(binding(filter), BINDING_BYTES + bytes.length);
        System.arraycopy(bytes, 0, cursor, BINDING_BYTES, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    private static String keyOf(String cursor, String filter) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            throw new RefusedException(WebRefusal.CURSOR_INVALID);
        }
        if (bytes.length <= BINDING_BYTES || !Arrays.equals(Arrays.copyOf(bytes, BINDING_BYTES), binding(filter))) {
            throw new RefusedException(WebRefusal.CURSOR_INVALID);
        }
        return new String(bytes, BINDING_BYTES, bytes.length - BINDING_BYTES, StandardCharsets.UTF_8);
    }

    private static int limit(@Nullable String asked) {
        try {
            int limit = asked == null ? LIMIT_DEFAULT : Integer.parseInt(asked);
            if (limit >= 1 && limit <= LIMIT_MAX) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // refused below, like a number out of range
        }
        throw new RefusedException(Refusal.of(CommonRefusal.MALFORMED_REQUEST, "limit", Objects.requireNonNull(asked)));
    }

    private static String filter(HttpServletRequest request) {
        var others = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> others.put(name, String.join(",", values)));
        others.keySet().removeAll(Set.of("after", "limit", "lang"));
        return request.getRequestURI() + others;
    }

    private static byte[] binding(String filter) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(filter.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, BINDING_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
