// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// From where a change was made (来源): a page or the API with the caller's address, or Atrium itself.
public record AuditOrigin(Channel channel, String address) {

    /// Through which door.
    public enum Channel {
        PAGE,
        API,
        SYSTEM
    }

    private static final String API = "/api/";

    /// The origin of what is being done now.
    public static AuditOrigin now() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            var isApi = request.getRequestURI().startsWith(API);
            return new AuditOrigin(isApi ? Channel.API : Channel.PAGE, request.getRemoteAddr());
        }
        return new AuditOrigin(Channel.SYSTEM, "");
    }

    static @Nullable AuditOrigin read(@Nullable String stored) {
        if (stored == null) {
            return null;
        }
        var parts = stored.split(" ", 2);
        return new AuditOrigin(Channel.valueOf(parts[0]), parts.length == 1 ? "" : parts[1]);
    }

    @Override
    public String toString() {
        return (channel.name() + " " + address).strip();
    }
}
