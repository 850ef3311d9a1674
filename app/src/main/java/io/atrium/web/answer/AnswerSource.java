// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.answer;

import io.atrium.web.text.Lang;
import java.util.List;

/// A module's ready answers. Each module contributes a bean; only what everybody may read.
public interface AnswerSource {

    List<ReadyAnswer> answers(Lang lang);
}
