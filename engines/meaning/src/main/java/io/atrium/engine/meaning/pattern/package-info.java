// SPDX-License-Identifier: Apache-2.0
/// What goes on in a stream of cases (诉求态势): what people complain about, where, and where it is more than usual.
///
/// Start at {@link io.atrium.engine.meaning.pattern.PatternWatch}: cases go in, one pass, in the order of their days;
/// each closed day gives findings with their reasons. Clusters are found by
/// {@link io.atrium.engine.meaning.pattern.StreamingClusters}, what is usual is estimated by
/// {@link io.atrium.engine.meaning.pattern.UsualCounts}, and how many tests are made at once is paid for in
/// {@link io.atrium.engine.meaning.pattern.FalseDiscoveries}. Memory is bounded whatever comes in. After a restart the
/// watch is fed again with the last {@link io.atrium.engine.meaning.pattern.PatternWatch#DAYS_TO_FEED_AGAIN} days.
@NullMarked
package io.atrium.engine.meaning.pattern;

import org.jspecify.annotations.NullMarked;
