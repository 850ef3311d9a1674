// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

/// What is counted: a topic at a place.
record SeriesKey(Topic topic, String place) {}
