// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench;

import java.util.List;
import java.util.function.Consumer;

/// Something that can be measured in bounded time on this machine.
public interface Benchmark {

    /// One word, as typed after `./atrium bench`.
    String name();

    /// One sentence for the list.
    String purpose();

    /// Measures.
    ///
    /// @param messages told what is going on; never the result
    List<Row> run(Consumer<String> messages) throws Exception;
}
