// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A mail server whose answer to a mail is up to the test; before it answers, it may do something to whoever sent it.
final class KillingSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final IntFunction<@Nullable String> answers;

    /// @param answers told how many mails were taken; the answer to this one, null to hang up
    KillingSmtp(IntFunction<@Nullable String> answers) throws IOException {
        this.answers = answers;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /// The mails as they came, in order.
    List<String> taken() {
        return List.copyOf(taken);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var input = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                var output = client.getOutputStream()) {
            say(output, "220 here");
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                if (line.equals("DATA")) {
                    say(output, "354 go on");
                    var mail = mail(input);
                    if (mail == null) {
                        return;
                    }
                    taken.add(mail);
                    var answer = answers.apply(taken.size());
                    if (answer == null) {
                        return;
                    }
                    say(output, answer);
                } else {
                    say(output, line.startsWith("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException _) {
            // the sender is dead
        }
    }

    /// Null if the sender died before the line that ends a mail: no mail then (RFC 5321, 4.1.1.4).
    private static @Nullable String mail(BufferedReader input) throws IOException {
        var mail = new StringBuilder();
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            if (line.equals(".")) {
                return mail.toString();
            }
            mail.append(line).append('\n');
        }
        return null;
    }

    private static void say(OutputStream output, String line) throws IOException {
        output.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
