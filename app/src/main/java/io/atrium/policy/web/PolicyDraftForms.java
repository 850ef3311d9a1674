// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.PackageText;
import io.atrium.kernel.RequestKey;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.PolicyDrafts;
import io.atrium.policy.domain.HeaderText;
import io.atrium.policy.domain.PackageZip;
import io.atrium.web.Seen;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.UploadLimit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The forms of a draft, and what was typed into them.
final class PolicyDraftForms {

    static final String FILE = "file";
    static final UploadLimit LIMIT = new UploadLimit(".zip,application/zip", PackageZip.BYTES_MAX, 1);

    private static final int TEXT_LENGTH_MAX = 300;

    /// Paths inside policy.yaml that the plain form offers, where the file has them.
    private static final Map<String, FieldKind> HEADER = new LinkedHashMap<>();

    static {
        HEADER.put("title.zh", FieldKind.TEXT);
        HEADER.put("title.en", FieldKind.TEXT);
        HEADER.put("benefit.zh", FieldKind.TEXT);
        HEADER.put("benefit.en", FieldKind.TEXT);
        HEADER.put("version", FieldKind.TEXT);
        HEADER.put("period.from", FieldKind.DATE);
        HEADER.put("period.to", FieldKind.DATE);
    }

    private PolicyDraftForms() {}

    /// @param versions `policy@version` each
    static Form start(List<Option> versions, RequestKey key) {
        return Form.to(
                        "/policy-drafts",
                        "policy.drafts.start.submit",
                        Field.select("source", "policy.drafts.start.version", versions)
                                .hint("policy.drafts.start.hint"))
                .keyed(key);
    }

    static Form upload(RequestKey key) {
        return Form.to(
                        "/policy-drafts/import",
                        "policy.drafts.import.submit",
                        Field.upload(FILE, "policy.drafts.import.file", LIMIT).hint("policy.drafts.import.hint"))
                .keyed(key);
    }

    static Form header(PolicyDraft draft, RequestKey key) {
        var yaml = draft.text().policy();
        var fields = HEADER.entrySet().stream()
                .filter(entry -> HeaderText.find(yaml, entry.getKey()).isPresent())
                .map(entry -> Field.of(entry.getValue(), name(entry.getKey()), "policy.draft.header." + entry.getKey())
                        .value(HeaderText.find(yaml, entry.getKey()).orElse("")))
                .map(field -> field.kind() == FieldKind.DATE ? field.small() : field)
                .toArray(Field[]::new);
        return Form.to(path(draft) + "/header", "policy.draft.header.save", fields)
                .seen(PolicyDrafts.contentOf(draft))
                .keyed(key);
    }

    /// The file with what was typed, or nothing and the reasons.
    static @Nullable String header(PolicyDraft draft, Map<String, String> typed, List<FieldError> errors) {
        var values = new LinkedHashMap<String, String>();
        for (var entry : HEADER.entrySet()) {
            var value = typed.get(name(entry.getKey()));
            if (value != null) {
                check(name(entry.getKey()), entry.getValue(), value.strip(), errors);
                values.put(entry.getKey(), value.strip());
            }
        }
        return errors.isEmpty() ? HeaderText.with(draft.text().policy(), values) : null;
    }

    private static void check(String name, FieldKind kind, String value, List<FieldError> errors) {
        if (kind == FieldKind.DATE) {
            day(name, value, errors);
        } else if (value.isEmpty() || value.length() > TEXT_LENGTH_MAX) {
            errors.add(FieldError.of(name, "policy.draft.wrong.text", TEXT_LENGTH_MAX));
        }
    }

    static Form files(PolicyDraft draft, RequestKey key) {
        var text = draft.text();
        return Form.to(
                        path(draft) + "/files",
                        "policy.draft.files.save",
                        file("policy", "policy.draft.file.policy", text.policy()),
                        file("model", "policy.draft.file.model", text.model()),
                        file("examples", "policy.draft.file.examples", text.examples()),
                        file("source", "policy.draft.file.source", text.source()))
                .seen(PolicyDrafts.contentOf(draft))
                .keyed(key);
    }

    private static Field file(String name, String label, String text) {
        return Field.of(FieldKind.TEXTAREA, name, label).value(text);
    }

    /// Browsers send every line end as two characters.
    static PackageText files(Map<String, String> typed) {
        return new PackageText(
                lines(typed, "policy"), lines(typed, "model"), lines(typed, "examples"), lines(typed, "source"));
    }

    private static String lines(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").replace("\r\n", "\n");
    }

    static Form approve(PolicyDraft draft, Seen compared, LocalDate today, RequestKey key) {
        return Form.to(
                        path(draft) + "/approval",
                        "policy.draft.approve.submit",
                        Field.of(FieldKind.DATE, "effectiveOn", "policy.draft.approve.day")
                                .hint("policy.draft.approve.day.hint")
                                .value(today.toString())
                                .small(),
                        Field.text("note", "policy.draft.approve.note").optional())
                .seen(compared)
                .keyed(key);
    }

    static Form sendBack(PolicyDraft draft, Seen compared, RequestKey key) {
        return Form.to(
                        path(draft) + "/return",
                        "policy.draft.return.submit",
                        Field.of(FieldKind.TEXTAREA, "reason", "policy.draft.return.reason"))
                .seen(compared)
                .keyed(key);
    }

    static @Nullable LocalDate day(String name, String value, List<FieldError> errors) {
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeException _) {
            errors.add(FieldError.of(name, "policy.draft.wrong.day"));
            return null;
        }
    }

    static @Nullable LocalDate day(Map<String, String> typed, ArrayList<FieldError> errors) {
        return day("effectiveOn", typed.getOrDefault("effectiveOn", ""), errors);
    }

    private static String name(String path) {
        return path.replace('.', '_');
    }

    static String path(PolicyDraft draft) {
        return "/policy-drafts/" + draft.id();
    }
}
