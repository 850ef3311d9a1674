// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

import io.atrium.kernel.RequestKey;

/// A provider hands its answers in, for the first time or mended after they were returned.
public record SubmitJoining(RequestKey key, JoiningAnswers answers) {}
