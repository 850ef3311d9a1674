// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.atrium.compute.execution.RunRequest.Checkpoints;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Where runs are kept: `runs/ID` for each, made in `preparing` and moved there in one step, so that a run is asked for
/// once or not at all. `checkpoints/NAME` outlives them.
final class RunFolders {
    /// For a run that keeps no checkpoints.
    private static final Duration STOP_GRACE = Duration.ofSeconds(2);

    private final Path runs;
    private final Path preparing;
    private final Path checkpoints;
    private final UserRange range;
    private final RunUsers users;
    private final Host host;

    RunFolders(Path home, UserRange range, Host host) throws IOException {
        this.range = range;
        this.host = host;
        runs = ownersOnly(home.resolve("runs"));
        preparing = ownersOnly(home.resolve("preparing"));
        checkpoints = ownersOnly(home.resolve("checkpoints"));
        users = new RunUsers(ownersOnly(home.resolve("users")), range);
        discardHalfPrepared();
        users.giveBackUnless(run -> of(run).exists());
    }

    RunFolder of(RunId id) {
        return new RunFolder(runs.resolve(id.value()));
    }

    /// Makes the run's folder, unless it is there. False when every user is taken.
    boolean claim(RunRequest request, Instant now) throws IOException {
        if (of(request.id()).exists()) {
            return true;
        }
        var user = host.root() ? users.take(request.id()) : OptionalInt.empty();
        if (host.root() && user.isEmpty()) {
            return false;
        }
        var prepared =
                new RunFolder(Files.createTempDirectory(preparing, request.id().value()));
        write(prepared.path(), request, now, user);
        try {
            Files.move(prepared.path(), of(request.id()).path(), ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
            discard(prepared, user);
        }
        return true;
    }

    /// Every run that is kept.
    List<RunId> list() throws IOException {
        try (var folders = Files.list(runs)) {
            return folders.map(folder -> new RunId(folder.getFileName().toString()))
                    .toList();
        }
    }

    List<String> checkpoints() throws IOException {
        try (var folders = Files.list(checkpoints)) {
            return folders.map(folder -> folder.getFileName().toString()).toList();
        }
    }

    void removeCheckpoints(String name) throws IOException {
        RunFolder.delete(checkpoints.resolve(new RunId(name).value()));
    }

    int usersMax() {
        return range.count();
    }

    void remove(RunId id) throws IOException {
        var file = of(id).path().resolve("user");
        var user = Files.exists(file) ? OptionalInt.of(Integer.parseInt(Host.firstLine(file))) : OptionalInt.empty();
        discard(of(id), user);
    }

    private void discard(RunFolder folder, OptionalInt user) throws IOException {
        folder.delete();
        if (user.isPresent()) {
            users.giveBack(user.getAsInt());
        }
    }

    private void discardHalfPrepared() throws IOException {
        try (var folders = Files.list(preparing)) {
            for (var folder : folders.toList()) {
                new RunFolder(folder).delete();
            }
        }
    }

    private void write(Path folder, RunRequest request, Instant now, OptionalInt user) throws IOException {
        Files.writeString(folder.resolve("requested"), now.toEpochMilli() + "\n");
        Files.writeString(folder.resolve("limits"), limits(request));
        if (request.checkpoints().isPresent()) {
            var kept = checkpoints.resolve(new RunId(request.checkpoints().get().name()).value());
            Files.createDirectories(kept);
            Files.writeString(folder.resolve("checkpoints"), kept + "\n");
        }
        Files.writeString(folder.resolve("inputs"), inputs(request));
        Files.writeString(folder.resolve("launch.sh"), LaunchScript.of(request));
        if (user.isPresent()) {
            Files.writeString(folder.resolve("user"), user.getAsInt() + "\n");
        }
    }

    /// Shell variables; the shell reads this file as its own.
    private String limits(RunRequest request) {
        var limits = request.limits();
        return """
                WALL_MS=%d
                CPU_MS=%d
                MEMORY_BYTES=%d
                PROCESSES=%d
                DISK_BYTES=%d
                LOG_BYTES=%d
                JAVA=%s
                GRACE_MS=%d
                CHECKPOINT_BYTES=%d
                """.formatted(
                limits.wall().toMillis(),
                limits.cpu().toMillis(),
                limits.memoryBytes(),
                limits.processes(),
                limits.diskBytes(),
                limits.logBytes(),
                LaunchScript.quoted(host.javaHome().toString()),
                request.checkpoints().map(Checkpoints::grace).orElse(STOP_GRACE).toMillis(),
                request.checkpoints().map(Checkpoints::bytesMax).orElse(0L));
    }

    private static String inputs(RunRequest request) {
        return request.inputs().stream()
                .map(input -> input.name() + "\n" + input.source().toAbsolutePath() + "\n")
                .collect(Collectors.joining());
    }

    private static Path ownersOnly(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
}
