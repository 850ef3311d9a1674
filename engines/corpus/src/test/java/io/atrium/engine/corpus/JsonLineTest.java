// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineTest {
    @Property(tries = 300, seed = "7")
    void readsWhatItWrote(@ForAll String id, @ForAll String text) {
        var document = new Document(id, text);
        assertThat(JsonLine.parse(JsonLine.of(document))).contains(document);
    }

    @Test
    void passesOverOtherFields() {
        var line = """
                {"n":-1.5e3, "a":["}",{"b":null}], "id":"7", "text":"\\u4e2d\\n\\"庭\\"", "ok":true}""";
        assertThat(JsonLine.parse(line)).contains(new Document("7", "中\n\"庭\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"id\":\"1\"}",
                "{\"id\":1,\"text\":\"a\"}",
                "{\"id\":\"1\",\"text\":\"a\"} x",
                "{\"id\":\"1\",\"text\":\"a",
                "{\"id\":\"1\",\"text\":\"a\\u12g4\"}",
                "{\"id\":\"1\",\"x\":[1,\"text\":\"a\"}",
                "{\"id\":\"1\",\"x\":}",
            })
    void refusesWhatIsNoDocument(String line) {
        assertThat(JsonLine.parse(line)).isEmpty();
    }
}
