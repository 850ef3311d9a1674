// SPDX-License-Identifier: Apache-2.0

/// The port through which modules offer what may answer a question before it is asked (现成答案), such as policies. Start
/// at
/// [io.atrium.web.answer.AnswerSource].
@NullMarked
package io.atrium.web.answer;

import org.jspecify.annotations.NullMarked;
