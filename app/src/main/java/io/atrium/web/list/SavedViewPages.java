// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.list;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SavedView;
import io.atrium.web.SeeOther;
import io.atrium.web.component.BulkAction;
import io.atrium.web.component.BulkResult;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.component.RowAction;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/saved-views`: a person's named views of all lists; `/saved-views/new` names one; several can go at once.
@Controller
class SavedViewPages {

    private static final Crumb ALL = Crumb.of("web.views.title", "/saved-views");
    private static final int QUERY_LENGTH_MAX = 2_000;
    private static final int LIST_LENGTH_MAX = 200;

    private final SavedViews views;
    private final RequestKeys keys;

    SavedViewPages(SavedViews views, RequestKeys keys) {
        this.views = views;
        this.keys = keys;
    }

    @Bean
    static NavItem savedViewsNavItem() {
        return NavItem.signedIn(NavGroup.ACCOUNT, "web.views.title", "/saved-views", 70);
    }

    @GetMapping("/saved-views")
    PageView all(Actor actor, Text t) {
        var mine = views.all(actor);
        var table = Table.of(
                "web.views.caption",
                Empty.nothingYet("web.views.empty"),
                mine.size(),
                Column.text("web.views.name"),
                Column.text("web.views.list"),
                Column.text("web.table.actions"));
        var rows = mine.stream().map(view -> row(view, t)).toList();
        return PageView.of(
                "list/views",
                "web.views.title",
                new SavedViewListPage(table, new BulkAction("/saved-views/removal", "web.views.remove"), rows));
    }

    private static SavedViewListPage.Row row(SavedView view, Text t) {
        return new SavedViewListPage.Row(
                view.id(),
                view.name(),
                view.href(),
                view.list(),
                List.of(
                        new RowAction(t.of("web.views.open"), view.href()),
                        new RowAction(t.of("web.views.remove"), "/saved-views/removal?chosen=" + view.id())));
    }

    @GetMapping("/saved-views/new")
    PageView ask(@RequestParam String list, @RequestParam(defaultValue = "") String query) {
        return asking(form(list, query).keyed(keys.fresh()));
    }

    private static PageView asking(Form form) {
        return PageView.of("list/view-form", "web.views.new", form).under(ALL);
    }

    private static Form form(String list, String query) {
        return Form.to(
                "/saved-views",
                "web.views.save",
                Field.text("name", "web.views.name").hint("web.views.name.hint"),
                Field.hidden("list", list),
                Field.hidden("query", query));
    }

    @PostMapping("/saved-views")
    ModelAndView save(
            Actor actor, @RequestParam(Form.KEY_FIELD) RequestKey key, @RequestParam Map<String, String> answers) {
        var list = answers.getOrDefault("list", "/");
        var query = answers.getOrDefault("query", "");
        var name = answers.getOrDefault("name", "").strip();
        var form = form(list, query).keyed(key).answered(answers);
        if (name.isEmpty() || name.length() > SavedViews.NAME_LENGTH_MAX) {
            return asking(form.wrong(
                            List.of(FieldError.of("name", "web.views.name.wrong", SavedViews.NAME_LENGTH_MAX))))
                    .refused();
        }
        if (!isList(list) || query.length() > QUERY_LENGTH_MAX) {
            return asking(form.wrong(List.of(FieldError.of("name", "web.views.too-long"))))
                    .refused();
        }
        return switch (views.save(new SaveView(key, actor, list, name, query))) {
            case SaveOutcome.Saved(var view) ->
                SeeOther.to(view.href()).saying(Flash.done("web.views.saved", view.name()));
            case SaveOutcome.Refused(var refusal) ->
                asking(form.refused(refusal)).refused();
        };
    }

    @GetMapping("/saved-views/removal")
    ModelAndView confirm(Actor actor, Text t, @RequestParam(defaultValue = "") List<String> chosen) {
        var found = views.all(actor).stream()
                .filter(view -> chosen.contains(view.id()))
                .toList();
        if (found.isEmpty()) {
            return SeeOther.to("/saved-views").saying(Flash.note("web.bulk.none"));
        }
        var fields = found.stream().map(view -> Field.hidden("chosen", view.id()));
        var form = Form.to("/saved-views/removal", "web.views.remove", fields.toArray(Field[]::new))
                .keyed(keys.fresh());
        var consequences = Stream.concat(
                Stream.of(t.of("web.views.remove.effect", found.size())),
                found.stream().map(SavedView::name));
        return PageView.of(
                        "list/removal", "web.views.remove.title", new SavedViewRemovalPage(form, consequences.toList()))
                .under(ALL);
    }

    /// Removing what is gone already changes nothing, so that a second click needs no key.
    @PostMapping("/saved-views/removal")
    PageView remove(Actor actor, Text t, @RequestParam(defaultValue = "") List<String> chosen) {
        var before = views.all(actor);
        var results = chosen.stream()
                .distinct()
                .map(id -> result(actor, id, before, t))
                .toList();
        return PageView.of(
                        "list/removed",
                        "web.bulk.result",
                        new BulkResult("web.views.removed.caption", results, "/saved-views", "web.views.back"))
                .under(ALL);
    }

    private BulkResult.Row result(Actor actor, String id, List<SavedView> before, Text t) {
        var name = before.stream()
                .filter(view -> view.id().equals(id))
                .map(SavedView::name)
                .findFirst()
                .orElse(t.of("web.views.unknown"));
        return views.remove(actor, id)
                ? new BulkResult.Row(name, Tag.of(Tone.GOOD, "web.views.removed"), "")
                : new BulkResult.Row(name, Tag.of(Tone.WAIT, "web.views.gone"), t.of("web.views.gone.note"));
    }

    private static boolean isList(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && !path.contains("\\")
                && path.length() <= LIST_LENGTH_MAX;
    }
}
