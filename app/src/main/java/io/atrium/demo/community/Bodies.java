// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import io.atrium.demo.community.InventedBody.Kind;
import java.util.List;

/// The invented offices around the firms; each name says that it is a demonstration.
final class Bodies {
    private Bodies() {}

    static List<InventedBody> all() {
        return List.of(
                new InventedBody("community", Kind.COMMUNITY, "中庭社区运营中心（演示）", "Atrium Community Operations (demo)"),
                new InventedBody("department-industry", Kind.DEPARTMENT, "产业主管部门（演示）", "Department of Industry (demo)"),
                new InventedBody("department-science", Kind.DEPARTMENT, "科技主管部门（演示）", "Department of Science (demo)"),
                new InventedBody("department-finance", Kind.DEPARTMENT, "财政主管部门（演示）", "Department of Finance (demo)"),
                new InventedBody("bank-lanyu", Kind.BANK, "岚屿银行（演示）", "Lanyu Bank (demo)"),
                new InventedBody("bank-moheng", Kind.BANK, "墨衡银行（演示）", "Moheng Bank (demo)"),
                new InventedBody("auditor", Kind.AUDIT, "社区审计组（演示）", "Community Audit (demo)"),
                new InventedBody("mediation", Kind.ADVISER, "企业纠纷调解中心（演示）", "Mediation Centre (demo)"),
                new InventedBody("lawyers", Kind.ADVISER, "律师顾问团（演示）", "Pool of Lawyers (demo)"));
    }
}
