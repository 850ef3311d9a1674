// SPDX-License-Identifier: Apache-2.0
package io.atrium.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobFolderTest {
    private static final byte[] CONTENT = "内容".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void keepsTheSameContentOnce() throws IOException {
        var blobs = new BlobFolder(folder);
        var name = blobs.write(CONTENT);
        assertThat(blobs.write(CONTENT)).isEqualTo(name);
        assertThat(blobs.read(name)).isEqualTo(CONTENT);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .containsExactly(folder.resolve(name.substring(0, 2)).resolve(name));
        }
    }

    @Test
    void noticesABlobThatWasAlteredOrLost() throws IOException {
        var blobs = new BlobFolder(folder);
        var name = blobs.write(CONTENT);
        var file = folder.resolve(name.substring(0, 2)).resolve(name);
        Files.writeString(file, "other");
        assertThatThrownBy(() -> blobs.read(name))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("altered");
        Files.delete(file);
        assertThatThrownBy(() -> blobs.read(name)).isInstanceOf(UncheckedIOException.class);
    }
}
