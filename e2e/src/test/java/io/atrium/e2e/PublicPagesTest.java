// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pages that no link leads to, in both languages, both themes, on desktop and phone.
class PublicPagesTest {
    private static List<Reader> readers() {
        return Reader.ALL;
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("readers")
    void showEveryComponent(Reader reader) {
        try (var visitor = new Visitor(reader)) {
            visitor.open("/gallery").look("gallery");
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("readers")
    void tellWhatIsNotThere(Reader reader) {
        try (var visitor = new Visitor(reader)) {
            visitor.open("/gallery/nothing-of-this-name").lookAtRefusal("not-found");
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("readers")
    void tellThatSigningInFailed(Reader reader) {
        try (var visitor = new Visitor(reader)) {
            visitor.open("/sign-in?refused=SIGN_IN_FAILED").lookAtRefusal("sign-in-failed");
        }
    }
}
