// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page that somebody can reach by links is there and perceivable. Runs after the journeys, so that the pages
/// have something to show.
///
/// Everybody looks at each kind of page on the desktop in Chinese; whoever meets a kind first looks at it in English,
/// in the dark and 320 pixels wide as well. Two people look at the same time, and what is built of the same elements is
/// measured once ([Structures]). `./atrium prove axe` looks at every kind with everybody's eyes, and at what a firm's
/// engineer sees of its owner's pages.
@Order(Integer.MAX_VALUE)
@Tag("A11-2")
@Tag("A11-4")
@Tag("A11-5")
@Tag("A11-6")
@Tag("A11-13")
@Tag("FRM-1")
@Tag("FRM-12")
@Tag("KEY-5")
class EveryPageTest {
    private static final List<Reader> FEW = List.of(Reader.NARROW_EN);
    private static final List<Reader> MANY = Stream.concat(
                    Reader.ALL.stream().skip(1), Stream.of(Reader.NARROW_ZH, Reader.NARROW_EN))
            .toList();

    /// The one with the longest way first.
    private static final List<String> LOGINS =
            List.of("operator", "firm1", "officer.industry", "provider1", "admin", "auditor", "steward1", "bank.lanyu");

    private static final Set<String> MET = ConcurrentHashMap.newKeySet();

    static List<String> logins() {
        return Structures.IS_PROOF
                ? Stream.concat(LOGINS.stream(), Stream.of("firm1.engineer")).toList()
                : LOGINS;
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void ofAStranger() {
        assertThat(toured("stranger", List.of())).containsKeys("home", "sign-in", "help", "policies", "prices");
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("logins")
    void of(String login) {
        assertThat(toured(login, List.of(login))).containsKey("home");
    }

    private static Map<String, String> toured(String name, List<String> login) {
        Map<String, String> pages;
        try (var visitor = new Visitor(Reader.DESKTOP_ZH)) {
            login.forEach(visitor::signIn);
            pages = Tour.of(visitor, kind -> visitor.look(name + "/" + kind));
        }
        var others = pages.entrySet().stream()
                .filter(page -> MET.add(page.getKey()) || Structures.IS_PROOF)
                .toList();
        for (var reader : Structures.IS_PROOF ? MANY : FEW) {
            try (var visitor = new Visitor(reader)) {
                login.forEach(visitor::signIn);
                others.forEach(page -> visitor.open(page.getValue()).look(name + "/" + page.getKey()));
            }
        }
        return pages;
    }
}
