// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {
    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "2,1", "3,3", "4,3", "5,3", "6,6", "7,6", "8,6", "9,6", "10,10"})
    void cutsBetweenCharacters(int bytes, int whole) {
        var text = "aé中\uD83D\uDE00".getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.wholeCharacters(Arrays.copyOf(text, bytes))).isEqualTo(whole);
    }

    @Test
    void keepsPlacesCountableInBytes() {
        var bytes = "中\0é|\uD83D\uDE00".getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.text(bytes, bytes.length)).isEqualTo("中?é|\uD83D\uDE00");
        byte[] broken = {'a', (byte) 0xE4, (byte) 0xB8, 'b', (byte) 0xFF, (byte) 0xC0, (byte) 0x80, 'c', (byte) 0xF0};
        assertThat(Utf8.text(broken, broken.length)).isEqualTo("a??b???c?");
    }

    @Test
    void takesBytesThatAreNoUtf8AsTheyAre() {
        assertThat(Utf8.wholeCharacters(new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80}))
                .isEqualTo(4);
        assertThat(Utf8.wholeCharacters(new byte[] {(byte) 0xFF})).isEqualTo(1);
    }
}
