// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/// Whether an address belongs to the public internet (公网地址), as far as the registries of special addresses say
/// (RFC 6890). Whoever names an endpoint must not reach through Atrium what only Atrium's network reaches.
final class PublicAddress {

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublicSix(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(byte[] bytes) {
        int first = bytes[0] & 255;
        int second = bytes[1] & 255;
        int third = bytes[2] & 255;
        boolean isShared = first == 100 && second >= 64 && second < 128;
        boolean isProtocol = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean isBenchmark = first == 198 && (second == 18 || second == 19);
        boolean isExample = first == 198 && second == 51 && third == 100 || first == 203 && second == 0 && third == 113;
        return first != 0 && first < 240 && !isShared && !isProtocol && !isBenchmark && !isExample;
    }

    /// Only global unicast (2000::/3), without addresses that carry another inside: 6to4, Teredo, documentation.
    private static boolean isPublicSix(byte[] bytes) {
        int first = (bytes[0] & 255) << 8 | bytes[1] & 255;
        int second = (bytes[2] & 255) << 8 | bytes[3] & 255;
        boolean isGlobal = (bytes[0] & 0xe0) == 0x20;
        boolean isSpecial = first == 0x2001 && second < 0x200 || first == 0x2001 && second == 0xdb8;
        return isGlobal && first != 0x2002 && first != 0x3fff && !isSpecial;
    }
}
