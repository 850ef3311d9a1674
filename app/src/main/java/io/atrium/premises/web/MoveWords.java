// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.premises.MoveFigures;
import io.atrium.premises.MoveFigures.Saved;
import io.atrium.premises.MoveState;
import io.atrium.premises.MoveView;
import io.atrium.premises.StepState;
import io.atrium.premises.domain.MoveTemplate;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.stream.Collectors;

/// Moves in the reader's words.
record MoveWords(Text t) {

    static Tag tag(MoveState state) {
        var tone = switch (state) {
            case RUNNING -> Tone.INFO;
            case DONE -> Tone.GOOD;
            case WITHDRAWN -> Tone.PLAIN;
            case REFUSED -> Tone.BAD;
        };
        return Tag.of(tone, "premises.move.state." + state);
    }

    static Tag tag(StepState state) {
        var tone = switch (state) {
            case WAITING, DROPPED -> Tone.PLAIN;
            case OPEN -> Tone.INFO;
            case RETURNED -> Tone.WAIT;
            case DONE -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
        };
        return Tag.of(tone, "premises.step.state." + state);
    }

    String title(MoveTemplate template, List<String> codes) {
        return codes.stream()
                .map(code -> t.of(template.step(code).title()))
                .collect(Collectors.joining(t.of("web.list.separator")));
    }

    String progress(MoveView move) {
        return t.of("premises.move.progress", move.done(), move.steps().size());
    }

    List<MoveStartPage.SavedRow> saved(MoveTemplate template) {
        return MoveFigures.saved(template).stream().map(this::row).toList();
    }

    private MoveStartPage.SavedRow row(Saved saved) {
        int less = saved.percentLess();
        return new MoveStartPage.SavedRow(
                t.of("premises.saved", saved.what()),
                value(saved.what(), saved.before()),
                value(saved.what(), saved.now()),
                less >= 0 ? t.of("premises.saved.less", less) : t.of("premises.saved.more", -less));
    }

    private String value(MoveFigures.What what, int count) {
        return t.of("premises.saved.value." + what, count);
    }

    /// Each source once, with what it is worth.
    List<String> sources(MoveTemplate template) {
        return template.sources().values().stream()
                .map(source ->
                        t.of(source.isAssumed() ? "premises.source.assumed" : "premises.source.stated", source.words()))
                .sorted()
                .toList();
    }
}
