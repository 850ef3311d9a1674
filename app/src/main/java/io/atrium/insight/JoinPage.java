// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import java.util.List;

/// The way in; texts already in the reader's language.
public record JoinPage(List<Step> steps, List<Question> questions) {

    public record Step(String title, String text, String who, String when) {}

    public record Question(String question, String answer) {}
}
