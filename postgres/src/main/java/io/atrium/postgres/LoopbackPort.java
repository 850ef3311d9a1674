// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

final class LoopbackPort {

    private LoopbackPort() {}

    /// `wanted`, or a free one for [Settings#ANY_PORT].
    static int claim(int wanted) {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    Problem.PORT_TAKEN, "Port " + wanted + " of 127.0.0.1 cannot be had: " + e.getMessage() + ".", e);
        }
    }
}
