// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a reader goes on after signing in (返回地址): a path of this site and nothing else, so that no link can lead
/// elsewhere through it.
public final class ContinuePath {

    /// The parameter's name everywhere.
    public static final String PARAMETER = "continue";

    private static final int LENGTH_MAX = 1_000;

    private ContinuePath() {}

    /// Empty for whatever is not a plain path of this site with an optional query.
    public static Optional<String> of(@Nullable String wanted) {
        return wanted != null && wanted.length() <= LENGTH_MAX && isOfThisSite(wanted)
                ? Optional.of(wanted)
                : Optional.empty();
    }

    /// The path and query of a full address, if that is of this site.
    public static Optional<String> ofReferrer(@Nullable String referrer, String origin) {
        return referrer != null && referrer.startsWith(origin + "/")
                ? of(referrer.substring(origin.length()))
                : Optional.empty();
    }

    private static boolean isOfThisSite(String wanted) {
        if (!wanted.startsWith("/")
                || wanted.startsWith("//")
                || !wanted.chars().allMatch(c -> c > ' ' && c < 127)) {
            return false;
        }
        try {
            var uri = new URI(wanted);
            return uri.getScheme() == null && uri.getRawAuthority() == null && !wanted.contains("\\");
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
