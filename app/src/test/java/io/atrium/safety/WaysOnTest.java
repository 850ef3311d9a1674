// SPDX-License-Identifier: Apache-2.0
package io.atrium.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever a page offers its reader is open to that reader: no link ends at "not allowed". One page of each kind is
/// opened, beginning at home.
@AtriumTest
@Tag("ERR-2")
class WaysOnTest {

    /// More kinds of pages than anybody reaches.
    private static final int PAGES_MAX = 200;

    private static final Pattern NAMES =
            Pattern.compile("(?<=/facts/|/policies/|/entitlements/|/accounts/|/problems/)[^?]+"
                    + "|/[a-z]{3}_[0-9a-z]{26}|/\\d[\\d-]*|\\?.*");
    private static final Pattern NO_PAGE =
            Pattern.compile("/(?:api|assets|icons|files)/.*|.*/(?:export|file|package|template)");

    @Autowired
    private House house;

    @ParameterizedTest
    @EnumSource(Role.class)
    void noLinkLeadsToARefusal(Role role) {
        house.operator(); // an installation begins with its community
        var browser = house.browser(inhabitant(role));
        var seen = new HashSet<String>();
        var waiting = new ArrayDeque<>(List.of("/"));
        var refused = new ArrayList<String>();
        while (!waiting.isEmpty() && seen.size() < PAGES_MAX) {
            var path = waiting.remove();
            var page = browser.get(path);
            if (page.status() >= 400) {
                refused.add(page.status() + " " + path);
                continue;
            }
            links(page)
                    .filter(link -> seen.add(NAMES.matcher(link).replaceAll("")))
                    .forEach(waiting::add);
        }
        assertThat(seen).hasSizeGreaterThan(10);
        assertThat(refused).as(role.name()).isEmpty();
    }

    private Resident inhabitant(Role role) {
        return switch (role) {
            case FIRM_OWNER -> house.firmOwner();
            case FIRM_FINANCE, FIRM_ENGINEER -> house.member(house.firmOwner().organisation(), role);
            case STEWARD, OPERATOR, ADMINISTRATOR -> house.resident(OrgKind.COMMUNITY, role);
            case OFFICER -> house.officer();
            case PROVIDER_STAFF -> house.provider();
            case BANK_STAFF -> house.resident(OrgKind.BANK, role);
            case ADVISER -> house.resident(OrgKind.ADVISER, role);
            case AUDITOR -> house.auditor();
        };
    }

    private static Stream<String> links(Browser.Page page) {
        return page.document().select("a[href^=/]").eachAttr("href").stream()
                .filter(href -> !NO_PAGE.matcher(URI.create(href).getPath()).matches());
    }
}
