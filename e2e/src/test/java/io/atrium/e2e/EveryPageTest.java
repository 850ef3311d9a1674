// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page that somebody can reach by links is there and perceivable. Runs after the journeys, so that the pages
/// have
/// something to show.
///
/// Everybody looks at each kind of page on the desktop in Chinese; whoever meets a kind first looks at it in the other
/// language, the other theme and on the phone as well.
@Order(Integer.MAX_VALUE)
class EveryPageTest {
    private static final Set<String> MET = new HashSet<>();

    @Test
    void ofAStranger() {
        assertThat(toured("stranger", List.of())).containsKeys("home", "sign-in", "help", "policies", "prices");
    }

    @ParameterizedTest
    @ValueSource(strings = {"firm1", "officer.industry", "provider1", "operator", "auditor", "steward1", "bank.lanyu"})
    void of(String login) {
        assertThat(toured(login, List.of(login))).containsKey("home");
    }

    private static Map<String, String> toured(String name, List<String> login) {
        Map<String, String> pages;
        try (var visitor = new Visitor(Reader.DESKTOP_ZH)) {
            login.forEach(visitor::signIn);
            pages = Tour.of(visitor, kind -> visitor.look(name + "/" + kind));
        }
        var fresh =
                pages.entrySet().stream().filter(page -> MET.add(page.getKey())).toList();
        for (var reader : Reader.ALL.subList(1, Reader.ALL.size())) {
            try (var visitor = new Visitor(reader)) {
                login.forEach(visitor::signIn);
                fresh.forEach(page -> visitor.open(page.getValue()).look(name + "/" + page.getKey()));
            }
        }
        return pages;
    }
}
