// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.kernel.RequestKey;

/// Says that what was concluded is done (落实会诊结论).
public record CompleteGroup(RequestKey key, RoundGroup group, String done) {}
