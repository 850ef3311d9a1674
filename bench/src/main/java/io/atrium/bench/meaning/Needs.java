// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// Invented needs (企业诉求), composed of an opening, a phrasing of the cause, a place and a closing.
final class Needs {
    private static final List<String> OPENINGS =
            List.of("", "", "", "您好，", "反映一下：", "再次反映，", "请问，", "急！", "领导好，", "我司");
    private static final List<String> CLOSINGS =
            List.of("", "", "", "，请尽快处理", "，希望有人跟进", "，谢谢", "，已经影响工作", "，请安排人来看看", "，麻烦了", "。请回复");

    private final List<Cause> causes;

    private Needs(List<Cause> causes) {
        this.causes = causes;
    }

    static Needs read() {
        var resource = Objects.requireNonNull(Needs.class.getResourceAsStream("needs.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return new Needs(causes(lines.lines().toList()));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<Cause> causes(List<String> lines) {
        var causes = new ArrayList<Cause>();
        String category = "";
        String name = "";
        var phrasings = new ArrayList<String>();
        for (var line : lines.stream().skip(2).toList()) {
            if (line.startsWith("#") || line.isBlank()) {
                if (!phrasings.isEmpty()) causes.add(new Cause(category, name, List.copyOf(phrasings)));
                phrasings.clear();
            }
            if (line.startsWith("## ")) name = line.substring(3);
            else if (line.startsWith("# ")) category = line.substring(2);
            else if (!line.isBlank()) phrasings.add(line);
        }
        causes.add(new Cause(category, name, List.copyOf(phrasings)));
        return causes;
    }

    List<Cause> causes() {
        return causes;
    }

    List<String> categories() {
        return causes.stream().map(Cause::category).distinct().toList();
    }

    /// A need about this cause, with or without a word about the place.
    String text(Cause cause, Cause.Share share, RandomGenerator random) {
        var phrasing = one(cause.phrasings(share), random);
        if (isEnglish(phrasing)) return phrasing;
        var place =
                random.nextInt(5) < 2 ? (char) ('A' + random.nextInt(12)) + "座" + (1 + random.nextInt(20)) + "楼" : "";
        return one(OPENINGS, random) + place + phrasing + one(CLOSINGS, random);
    }

    private static boolean isEnglish(String phrasing) {
        return phrasing.charAt(0) < 0x80 && phrasing.chars().allMatch(character -> character < 0x80);
    }

    static <T> T one(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
