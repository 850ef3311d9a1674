// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/// Sentences with slots, and the words that fill them: `{floor}` takes any line under `[floor]`, `{9}` a number up to
/// nine, `{99}` one up to ninety-nine. Words may hold slots themselves.
final class Phrasebook {
    private static final String SENTENCES = "sentences";
    private static final int PARAGRAPHS_MAX = 3;
    private static final int SENTENCES_MIN = 4;
    private static final int SENTENCES_MORE = 6;

    private final Map<String, List<String>> sections;
    private final String betweenSentences;

    private Phrasebook(Map<String, List<String>> sections, String betweenSentences) {
        this.sections = sections;
        this.betweenSentences = betweenSentences;
    }

    static Phrasebook load(String resource, String betweenSentences) {
        var stream = Objects.requireNonNull(Phrasebook.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new Phrasebook(sections(reader.lines().toList()), betweenSentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String paragraphs(SplittableRandom random) {
        var text = new StringBuilder();
        int paragraphs = 1 + random.nextInt(PARAGRAPHS_MAX);
        for (int p = 0; p < paragraphs; p++) {
            text.append(p == 0 ? "" : "\n");
            int sentences = SENTENCES_MIN + random.nextInt(SENTENCES_MORE);
            for (int s = 0; s < sentences; s++) {
                text.append(s == 0 ? "" : betweenSentences);
                fill(any(SENTENCES, random), random, text);
            }
        }
        return text.toString();
    }

    private void fill(String phrase, SplittableRandom random, StringBuilder out) {
        int at = 0;
        for (int open = phrase.indexOf('{'); open >= 0; open = phrase.indexOf('{', at)) {
            int close = phrase.indexOf('}', open);
            out.append(phrase, at, open);
            fillSlot(phrase.substring(open + 1, close), random, out);
            at = close + 1;
        }
        out.append(phrase, at, phrase.length());
    }

    private void fillSlot(String slot, SplittableRandom random, StringBuilder out) {
        if (Scripts.isAsciiDigit(slot.charAt(0))) {
            out.append(1 + random.nextInt(Integer.parseInt(slot)));
        } else {
            fill(any(slot, random), random, out);
        }
    }

    private String any(String section, SplittableRandom random) {
        var lines = Objects.requireNonNull(sections.get(section), section);
        return lines.get(random.nextInt(lines.size()));
    }

    private static Map<String, List<String>> sections(List<String> lines) {
        var sections = new HashMap<String, List<String>>();
        var current = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                sections.put(line.substring(1, line.indexOf(']')), current);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(line);
            }
        }
        return sections;
    }
}
