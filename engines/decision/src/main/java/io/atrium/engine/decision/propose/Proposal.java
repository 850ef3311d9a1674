// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.propose;

import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.policy.Example;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// An example that Atrium proposes (示例建议).
///
/// @param what what it shows, in a few words
/// @param changed the keys of the facts that make it what it is; empty when it is only the day
/// @param example with the outcome that the model gives, under its English name
/// @param decision all that the model says about it
public record Proposal(
        Kind kind, String what, String whatChinese, List<String> changed, Example example, Decision decision) {

    private static final int ID_BYTES = 8;

    public enum Kind {
        /// The check demands such an example.
        MISSING,
        /// Just below, at or just above a value at which the model changes its mind.
        BOUNDARY
    }

    /// The same firm, day and outcome have the same id, whatever it is called.
    public String id() {
        var text = new StringBuilder(example.asOf().toString());
        example.facts()
                .keys()
                .forEach(key -> text.append('\n')
                        .append(key)
                        .append('=')
                        .append(example.facts().find(key).orElseThrow().value().text()));
        text.append('\n').append(example.outcome()).append(example.conditions()).append(example.amountYuan());
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The example under its Chinese name.
    public Example exampleInChinese() {
        return new Example(
                whatChinese,
                example.asOf(),
                example.facts(),
                example.outcome(),
                example.conditions(),
                example.amountYuan());
    }
}
