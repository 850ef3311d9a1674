// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import java.util.ArrayList;
import java.util.List;

/// The people who can sign in to the demo. Only the first few firms have people: a password costs time to hash.
final class People {
    static final int FIRMS_WITH_PEOPLE = 3;

    private static final List<String> SURNAMES =
            List.of("顾Gu", "沈Shen", "陆Lu", "邵Shao", "姚Yao", "程Cheng", "傅Fu", "宋Song", "叶Ye");
    private static final List<String> GIVEN =
            List.of("予安Yu'an", "知微Zhiwei", "景行Jingxing", "若川Ruochuan", "砚秋Yanqiu", "望舒Wangshu", "临溪Linxi");

    private final List<InventedPerson> people = new ArrayList<>();

    private People() {}

    static List<InventedPerson> all() {
        var all = new People();
        all.add("operator", "community", "OPERATOR");
        all.add("admin", "community", "ADMINISTRATOR");
        for (int steward = 1; steward <= 5; steward++) {
            all.add("steward" + steward, "community", "STEWARD");
        }
        all.add("officer.industry", "department-industry", "OFFICER");
        all.add("officer.science", "department-science", "OFFICER");
        all.add("officer.finance", "department-finance", "OFFICER");
        all.add("bank.lanyu", "bank-lanyu", "BANK_STAFF");
        all.add("bank.moheng", "bank-moheng", "BANK_STAFF");
        all.add("auditor", "auditor", "AUDITOR");
        for (var provider : Providers.all()) {
            all.add("provider" + provider.number(), "provider-" + provider.number(), "PROVIDER_STAFF");
        }
        for (int firm = 1; firm <= FIRMS_WITH_PEOPLE; firm++) {
            all.add("firm" + firm, "firm-" + firm, "FIRM_OWNER");
        }
        all.add("firm1.finance", "firm-1", "FIRM_FINANCE");
        all.add("firm1.engineer", "firm-1", "FIRM_ENGINEER");
        all.add("officer.industry2", "department-industry", "OFFICER");
        all.add("mediator", "mediation", "ADVISER");
        all.add("lawyer", "lawyers", "ADVISER");
        return List.copyOf(all.people);
    }

    private void add(String login, String organisation, String role) {
        int index = people.size();
        var surname = SURNAMES.get(index % SURNAMES.size());
        var given = GIVEN.get(index * 3 % GIVEN.size());
        people.add(new InventedPerson(
                login,
                surname.substring(0, 1) + given.substring(0, 2),
                given.substring(2) + " " + surname.substring(1),
                organisation,
                List.of(role)));
    }
}
