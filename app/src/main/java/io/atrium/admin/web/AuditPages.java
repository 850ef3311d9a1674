// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.ChainCheck;
import io.atrium.identity.AuditTrail;
import io.atrium.identity.Organisations;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Lang;
import io.atrium.web.text.RecordNames;
import io.atrium.web.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/audit`: the audit trail, and whether its chain holds.
@Controller
class AuditPages {

    private static final Pattern ORGANISATION = Pattern.compile("org_[0-9a-z]{26}");

    private final AuditTrail trail;
    private final ChainCheck chain;
    private final Organisations organisations;
    private final Sheets sheets;
    private final List<RecordNames> names;

    AuditPages(
            AuditTrail trail, ChainCheck chain, Organisations organisations, Sheets sheets, List<RecordNames> names) {
        this.trail = trail;
        this.chain = chain;
        this.organisations = organisations;
        this.sheets = sheets;
        this.names = List.copyOf(names);
    }

    @Bean
    static NavItem auditNavItem() {
        return NavItem.needing(Permission.READ_AUDIT, NavGroup.OVERSIGHT, "admin.nav.audit", "/audit", 50);
    }

    @GetMapping("/audit")
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_AUDIT);
        var scope = actor.scope(Permission.READ_AUDIT);
        var filter = AuditPage.filter(query);
        var entries = trail.list(scope, filter, query.offset(), query.size());
        var page = AuditPage.of(
                entries, trail.count(scope, filter), query, trail.actions(scope), chain.result(), words(entries, t));
        return PageView.of("admin/audit", "admin.audit.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping("/audit/export")
    ResponseEntity<byte[]> export(Actor actor, ListQuery query, Text t, SheetFormat format) {
        actor.require(Permission.READ_AUDIT);
        var scope = actor.scope(Permission.READ_AUDIT);
        var filter = AuditPage.filter(query);
        var rows = SheetRows.<AuditTrail.Entry>paged(
                trail.count(scope, filter), (page, size) -> trail.list(scope, filter, (long) (page - 1) * size, size));
        return sheets.answer(sheet(new AuditWords(t, known(t))), rows, new SheetAsk(format, query, t));
    }

    /// With the names of the organisations that the entries mention, and of policies and facts.
    private AuditWords words(List<AuditTrail.Entry> entries, Text t) {
        var mentioned = entries.stream()
                .flatMap(entry -> Stream.of(entry.subject(), entry.detail()))
                .flatMap(text -> ORGANISATION.matcher(text).results())
                .map(found -> new OrgId(found.group()))
                .collect(Collectors.toSet());
        var known = known(t);
        organisations
                .findAll(mentioned)
                .forEach(found -> known.put(found.id().value(), t.lang() == Lang.ZH ? found.nameZh() : found.nameEn()));
        return new AuditWords(t, known);
    }

    private Map<String, String> known(Text t) {
        var known = new HashMap<String, String>();
        names.forEach(source -> known.putAll(source.names(t.lang())));
        return known;
    }

    private static Sheet<AuditTrail.Entry> sheet(AuditWords words) {
        return Sheet.<AuditTrail.Entry>named("admin.audit.title")
                .moment("admin.audit.at", AuditTrail.Entry::at)
                .text("admin.audit.person", AuditTrail.Entry::person)
                .text("admin.audit.organisation", AuditTrail.Entry::organisation)
                .text("admin.audit.action", entry -> words.action(entry.action()))
                .text("admin.audit.code", AuditTrail.Entry::action)
                .text("admin.audit.subject", AuditTrail.Entry::subject)
                .text("admin.audit.detail", entry -> words.detailLine(entry.detail()))
                .text("admin.audit.origin", entry -> words.origin(entry.origin()));
    }
}
