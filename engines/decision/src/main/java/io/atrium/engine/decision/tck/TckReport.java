// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.tck;

import java.util.List;

/// How all cases of a directory ended, folder by folder in the order of their paths.
public record TckReport(List<Folder> folders) {

    /// @param name the path below the directory that was run
    public record Folder(String name, List<TckResult> results) {
        public long count(TckVerdict verdict) {
            return results.stream()
                    .filter(result -> result.verdict() == verdict)
                    .count();
        }
    }

    public TckReport {
        folders = List.copyOf(folders);
    }

    public long count(TckVerdict verdict) {
        return folders.stream().mapToLong(folder -> folder.count(verdict)).sum();
    }

    public long total() {
        return folders.stream().mapToLong(folder -> folder.results().size()).sum();
    }
}
