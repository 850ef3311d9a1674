// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import java.time.LocalDate;
import java.util.List;

/// Cases that mean about the same (聚类), explained.
///
/// @param weight   how many cases it has, older ones counting less
/// @param examples ids of the cases nearest to its middle, nearest first
/// @param terms    what its texts say more often than those of all others, strongest first
/// @param places   where its cases come from, most frequent first
public record Cluster(
        long id,
        double weight,
        LocalDate firstDay,
        LocalDate lastDay,
        List<String> examples,
        List<String> terms,
        List<String> places) {}
