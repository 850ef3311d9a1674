// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.proof;

import io.atrium.compute.RegisterPool;
import java.util.stream.Stream;

/// On a node's machine.
class InterruptionsProof extends Interruptions {

    InterruptionsProof() {
        super(2);
    }

    @Override
    RegisterPool pool() {
        return yard.pool(1);
    }

    @Override
    Stream<String> settings() {
        return Stream.empty();
    }
}
