// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a stranger may open, in both languages, both themes, on desktop and phone.
class PublicPagesTest {
    private static Iterable<Reader> readers() {
        return Reader.ALL;
    }

    @ParameterizedTest
    @MethodSource("readers")
    void arePerceivable(Reader reader) {
        try (var visitor = new Visitor(reader)) {
            visitor.open("/gallery").look("gallery");
            visitor.open("/help").look("help");
            visitor.open("/privacy").look("privacy");
            visitor.open("/accessibility").look("accessibility");
            visitor.open("/problems").look("problems");
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void tellWhatIsNotThere(Reader reader) {
        try (var visitor = new Visitor(reader)) {
            visitor.openRefused("/gallery/nothing-of-this-name").look("not-found");
        }
    }
}
