// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which Atrium is spoken to, and as whom; a mixin of every command that talks to one. A token comes from the
/// environment
/// or a file, never from a flag, where the machine's other users could read it.
public final class Connection {

    static final String DEFAULT_SERVER = "http://127.0.0.1:8080";

    private final Map<String, String> environment;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Address of Atrium; else ATRIUM_SERVER, else " + DEFAULT_SERVER + ".")
    private @Nullable String server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the token; else ATRIUM_TOKEN, else the file that ATRIUM_TOKEN_FILE names,"
                    + " else ~/.config/atrium/token.")
    private @Nullable Path tokenFile;

    public Connection() {
        this(System.getenv());
    }

    Connection(Map<String, String> environment) {
        this.environment = environment;
    }

    Words words() {
        return Words.ofTerminal();
    }

    /// Without a token, for what is public.
    Server open() throws CommandFailed {
        return new Server(address(), token(), words());
    }

    /// With a token, or the command ends.
    Server openAsSomebody() throws CommandFailed {
        var token = token();
        if (token == null) {
            throw failed(ExitStatus.NOT_ALLOWED, "TOKEN_MISSING", "");
        }
        return new Server(address(), token, words());
    }

    private URI address() throws CommandFailed {
        var given = server != null ? server : environment.getOrDefault("ATRIUM_SERVER", DEFAULT_SERVER);
        try {
            var address = URI.create(given);
            if (address.getHost() != null && address.getScheme().matches("https?")) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw failed(ExitStatus.WRONG_USAGE, "SERVER_ADDRESS", given);
    }

    private @Nullable String token() throws CommandFailed {
        if (tokenFile != null) {
            return read(tokenFile);
        }
        var given = environment.get("ATRIUM_TOKEN");
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        var file = environment.get("ATRIUM_TOKEN_FILE");
        if (file != null) {
            return read(Path.of(file));
        }
        var usual = Path.of(System.getProperty("user.home"), ".config", "atrium", "token");
        return Files.isReadable(usual) ? read(usual) : null;
    }

    private String read(Path file) throws CommandFailed {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            throw failed(ExitStatus.FAILED, "TOKEN_FILE", file);
        }
    }

    private CommandFailed failed(ExitStatus status, String code, Object fact) {
        return new CommandFailed(
                status, code, words().of("failed." + code, fact), words().of("failed." + code + ".remedy", fact));
    }
}
