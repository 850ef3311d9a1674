// SPDX-License-Identifier: Apache-2.0
package io.atrium.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.reference.Route;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Walker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route, walked by everybody: what one may not see answers exactly as what is not there, down to the number of
/// queries; nobody gets at another firm's things; and no address makes the house fail.
@AtriumTest
@Tag("ERR-2")
class LeakTest {

    /// What a thing's own state refuses to somebody who may see it.
    private static final int CONFLICT = 409;

    @Autowired
    private House house;

    @Autowired
    private Samples samples;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyPathVariableHasASample() {
        assertThat(Route.all(mappings).stream()
                        .flatMap(route -> route.variables().stream())
                        .distinct()
                        .filter(variable -> !samples.knows(variable)))
                .as("add owned(\"<variable>\", id of something of the first firm) to %s", Samples.class)
                .isEmpty();
    }

    @Test
    void whatMayNotBeSeenAnswersAsIfItWereNotThere() {
        var leaks = new ArrayList<String>();
        everybody()
                .forEach((who, walker) -> routes(route -> route.isRead() && isOwned(route))
                        .forEach(route -> leaks.addAll(leaks(who, walker, route))));
        assertThat(leaks).isEmpty();
    }

    @Test
    void nobodyChangesWhatIsNotTheirs() {
        var leaks = new ArrayList<String>();
        outsiders()
                .forEach((who, walker) -> routes(route -> !route.isRead() && isOwned(route))
                        .forEach(route -> leaks.addAll(leaks(who, walker, route))));
        assertThat(leaks).isEmpty();
    }

    @Test
    void noAddressMakesTheHouseFail() {
        var failed = new ArrayList<String>();
        everybody()
                .forEach((who, walker) -> routes(Route::isRead).forEach(route -> {
                    int status = walker.get(route.filled(samples.there())).status();
                    if (status >= 500) {
                        failed.add(who + " " + route + " " + status);
                    }
                }));
        outsiders()
                .forEach((who, walker) -> routes(route -> !route.isRead()).forEach(route -> {
                    int status = walker.send(route.method(), route.filled(samples.absent()))
                            .status();
                    if (status >= 500) {
                        failed.add(who + " " + route + " " + status);
                    }
                }));
        assertThat(failed).isEmpty();
    }

    /// A difference counts when it comes again: a clock may have been read anew, a token's use written down.
    private List<String> leaks(String who, Walker walker, Route route) {
        return compared(who, walker, route).isEmpty() ? List.of() : compared(who, walker, route);
    }

    private List<String> compared(String who, Walker walker, Route route) {
        var there = walker.send(route.method(), route.filled(samples.there()));
        boolean isSeen = there.status() < 300 || there.status() == CONFLICT && !isOutsider(who);
        if (isSeen) {
            return isOutsider(who) ? List.of(who + " " + route + " gets " + there.status()) : List.of();
        }
        var absent = walker.send(route.method(), route.filled(samples.absent()));
        var found = new ArrayList<String>();
        compare(found, who + " " + route + " status", there.status(), absent.status());
        compare(found, who + " " + route + " location", seen(there.location()), seen(absent.location()));
        compare(found, who + " " + route + " queries", there.queries(), absent.queries());
        compare(found, who + " " + route + " body", difference(there, absent), difference(absent, there));
        return found;
    }

    /// Lines of the one that the other has not.
    private List<String> difference(Walker.Answer one, Walker.Answer other) {
        var lines = new ArrayList<>(seen(one.body()).lines().toList());
        lines.removeAll(seen(other.body()).lines().toList());
        return lines;
    }

    private static void compare(List<String> found, String what, Object there, Object absent) {
        if (!there.equals(absent)) {
            found.add(what + " " + there + ", absent " + absent);
        }
    }

    private String seen(String answer) {
        return samples.anonymous(answer);
    }

    private List<Route> routes(Predicate<Route> which) {
        return Route.all(mappings).stream()
                .filter(route -> route.variables().stream().allMatch(samples::knows))
                .filter(which)
                .toList();
    }

    private boolean isOwned(Route route) {
        return route.variables().stream().anyMatch(samples::isOwned);
    }

    private static boolean isOutsider(String who) {
        return who.startsWith("other ") || who.equals("stranger");
    }

    private Map<String, Walker> outsiders() {
        var outsiders = new LinkedHashMap<String, Walker>();
        outsiders.put("stranger", house.walker());
        outsiders.put("other owner", walker(OrgKind.FIRM, Role.FIRM_OWNER));
        outsiders.put("other engineer", walker(OrgKind.FIRM, Role.FIRM_ENGINEER));
        outsiders.put("other provider", walker(OrgKind.PROVIDER, Role.PROVIDER_STAFF));
        return outsiders;
    }

    private Map<String, Walker> everybody() {
        var everybody = new LinkedHashMap<>(outsiders());
        everybody.put("other finance", walker(OrgKind.FIRM, Role.FIRM_FINANCE));
        everybody.put("bank", walker(OrgKind.BANK, Role.BANK_STAFF));
        everybody.put("steward", walker(OrgKind.COMMUNITY, Role.STEWARD));
        everybody.put("officer", walker(OrgKind.DEPARTMENT, Role.OFFICER));
        everybody.put("auditor", walker(OrgKind.AUDIT, Role.AUDITOR));
        everybody.put("operator", walker(OrgKind.COMMUNITY, Role.OPERATOR));
        everybody.put("administrator", walker(OrgKind.COMMUNITY, Role.ADMINISTRATOR));
        return everybody;
    }

    private Walker walker(OrgKind kind, Role role) {
        return house.walker(house.resident(kind, role));
    }
}
