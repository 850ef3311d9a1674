// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is known of a cleaned corpus (语料卡): where every document went, how much text is left, what it speaks of.
///
/// @param sha256 of the cleaned file, in hexadecimal
public record CorpusCard(
        long documentsIn,
        long documentsOut,
        List<List<StepCount>> passes,
        long characters,
        long hanCharacters,
        List<TermCount> topTerms,
        String sha256) {
    public CorpusCard {
        passes = passes.stream().map(List::copyOf).toList();
        topTerms = List.copyOf(topTerms);
        requireChained(documentsIn, documentsOut, passes);
    }

    public String toJson() {
        var out =
                new StringBuilder("{\n  \"documents_in\": " + documentsIn + ",\n  \"documents_out\": " + documentsOut);
        out.append(",\n  \"characters\": " + characters + ",\n  \"han_characters\": " + hanCharacters);
        out.append(",\n  \"sha256\": \"" + sha256 + "\"");
        out.append(",\n  \"passes\": [").append(join(passes, CorpusCard::pass)).append("\n  ]");
        out.append(",\n  \"top_terms\": [")
                .append(join(topTerms, CorpusCard::term))
                .append("\n  ]\n}\n");
        return out.toString();
    }

    private static void requireChained(long in, long out, List<List<StepCount>> passes) {
        long expected = in;
        for (var pass : passes) {
            for (var step : pass) {
                if (step.in() != expected) {
                    throw new IllegalArgumentException(step.step() + " took " + step.in() + ", not " + expected);
                }
                expected = step.out();
            }
        }
        if (expected != out) {
            throw new IllegalArgumentException("the last step put out " + expected + ", not " + out);
        }
    }

    private static String pass(List<StepCount> steps) {
        return "\n    [" + join(steps, CorpusCard::step) + "\n    ]";
    }

    private static String step(StepCount count) {
        return "\n      {\"step\": \"%s\", \"in\": %d, \"out\": %d, \"changed\": %d}"
                .formatted(count.step(), count.in(), count.out(), count.changed());
    }

    private static String term(TermCount count) {
        var term = Json.appendString(new StringBuilder(), count.term());
        return "\n    {\"term\": " + term + ", \"count\": " + count.count() + "}";
    }

    private static <T> String join(List<T> values, Function<T, String> toJson) {
        return values.stream().map(toJson).collect(Collectors.joining(","));
    }
}
