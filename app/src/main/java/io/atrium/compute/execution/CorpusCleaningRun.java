// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import io.atrium.engine.corpus.Clean;
import io.atrium.engine.corpus.GenerateCorpus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The workload that ships with Atrium (清洗语料): makes the community's corpus and cleans it, on one core.
///
/// A real program with real work: about 90 µs of processor time a document, in a heap of 256 MB. It prints
/// `stage=clean done=1500/30000 documents`, then a line for each step and one for the card.
public final class CorpusCleaningRun {
    private static final String ENGINE = "corpus-engine";

    private final ReadOnlyMount engine;

    /// @param home a folder of Atrium's into which the engine is copied, so that every run's user can read it
    public CorpusCleaningRun(Path home) {
        engine = new ReadOnlyMount(
                ShippedProgram.of(Clean.class).copyInto(home.toAbsolutePath().resolve("programs")), ENGINE);
    }

    public RunRequest request(RunId id, int documents, RunLimits limits) {
        var generate = java(GenerateCorpus.class, "--out corpus --documents " + documents);
        var clean = java(Clean.class, "--in corpus --out cleaned");
        return new RunRequest(id, List.of("sh", "-c", generate + " && " + clean), Map.of(), limits, List.of(engine));
    }

    private static String java(Class<?> program, String arguments) {
        return "java -Xmx256m -XX:+UseSerialGC -XX:ActiveProcessorCount=1 -cp /inputs/" + ENGINE + " "
                + program.getName() + " " + arguments;
    }
}
