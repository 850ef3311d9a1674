// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    @TempDir
    Path cache;

    @Test
    void severalMayUnpackAtOnce() throws Exception {
        Callable<Path> unpack = () -> Binaries.unpack(cache, Account.SELF);
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var bin :
                    threads.invokeAll(Stream.generate(() -> unpack).limit(3).toList())) {
                assertThat(bin.get().resolve("pg_ctl")).isExecutable();
            }
        }
        try (var entries = Files.list(cache)) {
            assertThat(entries).as("no drafts are left").containsExactly(cache.resolve(Binaries.VERSION));
        }
    }
}
