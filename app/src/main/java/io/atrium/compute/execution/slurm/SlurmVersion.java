// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/// A version of slurmrestd's interface, `v0.0.38` (接口版本): which of those that a cluster offers is spoken.
///
/// Run against 38; 39 to 44 as Slurm's documentation describes them.
record SlurmVersion(int number) implements Comparable<SlurmVersion> {

    static final int MIN = 38;
    static final int MAX = 44;

    private static final Pattern SUBMISSION = Pattern.compile("/slurm/v0\\.0\\.(\\d{1,4})/job/submit");

    /// From this version on numbers are wrapped, and the environment is a list.
    private static final int WRAPS_NUMBERS = 40;

    /// The newest one that both sides know.
    static Optional<SlurmVersion> among(Collection<String> paths) {
        return paths.stream()
                .map(SUBMISSION::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(match -> new SlurmVersion(Integer.parseInt(match.group(1))))
                .filter(version -> version.number >= MIN && version.number <= MAX)
                .max(SlurmVersion::compareTo);
    }

    boolean wrapsNumbers() {
        return number >= WRAPS_NUMBERS;
    }

    @Override
    public int compareTo(SlurmVersion other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "v0.0." + number;
    }
}
