// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// How often per second this disk takes a page and says that it is safe: the limit of one writer who waits for it.
final class ForcedWrites {
    private static final int PAGE_BYTES = 8_192;
    private static final long NANOS = 1_500_000_000L;

    private ForcedWrites() {}

    static double perSecond(Path folder) throws IOException {
        var file = Files.createTempFile(folder, "forced", ".bin");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var page = ByteBuffer.allocateDirect(PAGE_BYTES);
            long start = System.nanoTime();
            long count = 0;
            while (System.nanoTime() - start < NANOS) {
                page.clear();
                channel.write(page);
                channel.force(false);
                count++;
            }
            return count * 1e9 / (System.nanoTime() - start);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
