// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A list of codes that an administrator may change while Atrium runs (代码表). The module that reads the codes declares a
/// bean of this type and stays their one front door; administration keeps the versions and says which one counts.
public interface CodeTable {

    /// What may be changed.
    enum Shape {
        /// codes with words: entries are added, renamed, ended
        WORDS,
        /// a figure for each of a fixed set of codes
        FIGURES,
        /// figures that rise from one code to the next
        RISING_FIGURES;

        public boolean hasFigures() {
            return this != WORDS;
        }
    }

    /// As in `/code-tables/industries`.
    String name();

    Shape shape();

    /// Begins the keys of its words: `.title`, `.lead`, `.uses`, and `.figure` where there are figures.
    String messageKey();

    /// Version 0.
    List<CodeEntry> shipped();

    /// From now on these entries count.
    void use(List<CodeEntry> entries, LocalDate today);

    /// How many records each code would touch if these entries counted today; codes in use that no entry names, too.
    Map<String, Integer> uses(List<CodeEntry> entries, LocalDate today);
}
