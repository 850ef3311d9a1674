// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.web.component.Fact;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@AtriumTest
class OfficialSheetsTest {

    @Autowired
    OfficialSheets sheets;

    @Autowired
    Messages messages;

    @Autowired
    House house;

    private Resident owner;

    @BeforeEach
    void aFirm() {
        owner = house.firmOwner();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    @Tag("PDF-3")
    void carriesNumberVersionDatePagesAndCode(Lang lang) throws IOException {
        var sheet = issue(lang, "subject", 60);

        var text = text(sheet);

        assertThat(sheet.number()).matches("AT-\\d{4}-\\d{6}");
        assertThat(text)
                .contains(messages.in(lang).of("files.sheet.number", sheet.number(), 1))
                .contains(messages.in(lang).of("files.sheet.page", 1, pages(sheet)))
                .contains(messages.in(lang).of("files.sheet.page", pages(sheet), pages(sheet)))
                .contains(sheet.code(), "/check/" + sheet.code(), "1,060.00");
        assertThat(sheet.sha256()).isEqualTo(sha256(sheets.read(sheet)));
    }

    @Test
    void theSameContentIsTheSameSheetAndChangedContentTheNextVersion() {
        var first = issue(Lang.ZH, "one", 1);
        assertThat(issue(Lang.ZH, "one", 1)).isEqualTo(first);
        var second = issue(Lang.ZH, "one", 2);
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.code()).isNotEqualTo(first.code());
        assertThat(issue(Lang.ZH, "two", 1).number()).isNotEqualTo(first.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("PDF-3")
    void anybodyChecksASheetAndLearnsNoMoreThanItShows(String language) {
        var first = issue(Lang.ZH, "checked", 1);
        var visitor = house.visitor().in(language);

        var page = visitor.submit(
                visitor.get("/check"),
                "form[action=/check]",
                Map.of("code", first.code().toLowerCase(Locale.ROOT)));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(first.number(), first.sha256());
        assertThat(page.document().html())
                .doesNotContain(
                        first.organisationName(),
                        first.subject(),
                        first.id(),
                        owner.organisation().value());
        assertThat(visitor.get("/check/0000-0000-0000-0000").status()).isEqualTo(404);
        assertThat(visitor.get("/check/0000-0000-0000-0000").text())
                .contains(language.equals("en") ? "there is no such code" : "没有这个核验码");

        issue(Lang.ZH, "checked", 2);

        assertThat(visitor.get("/check/" + first.code()).document().select(".atrium-callout--wait"))
                .hasSize(1);
        var answer = house.stranger().get("/api/v1/sheet-checks/" + first.code());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains(first.number(), "\"newer_version\":2")
                .doesNotContain(first.organisationName());
    }

    @Test
    void onlyThoseWhoMayReadTheSubjectIssueAndReadItsSheet() {
        var sheet = issue(Lang.ZH, "private", 1);
        var stranger = house.firmOwner();

        assertThat(sheets.find(owner.actor(), sheet.id())).contains(sheet);
        assertThat(sheets.find(house.auditor().actor(), sheet.id())).contains(sheet);
        assertThat(sheets.find(stranger.actor(), sheet.id())).isEmpty();
        assertThat(house.browser(stranger).get(sheet.href()).status()).isEqualTo(404);
        assertThat(house.browser(stranger).get(sheet.href() + "/file").status()).isEqualTo(404);
        assertThat(house.browser(stranger).get("/sheets").text()).doesNotContain(sheet.number());
        assertThat(house.visitor().get(sheet.href()).path()).isEqualTo("/sign-in");
        assertThatThrownBy(() -> sheets.issue(stranger.actor(), key(), draft("private", 1), messages.in(Lang.ZH)))
                .isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void itsHolderFindsItAndItsFile(String language) {
        var sheet = issue(Lang.ZH, "found", 1);
        var browser = house.browser(owner).in(language);

        assertThat(browser.get("/sheets").text()).contains(sheet.number());
        var page = browser.get(sheet.href());

        assertThat(page.text()).contains(sheet.code(), sheet.sha256());
        assertThat(page.document().select("a[href=" + sheet.href() + "/file]")).hasSize(1);
        assertThat(browser.get(sheet.href() + "/file").status()).isEqualTo(200);
    }

    private IssuedSheet issue(Lang lang, String subject, int lines) {
        return sheets.issue(owner.actor(), key(), draft(subject, lines), messages.in(lang));
    }

    private SheetDraft draft(String subject, int lines) {
        var facts = IntStream.rangeClosed(1, lines)
                .mapToObj(line -> Fact.of("行 " + line, "1,0%02d.00".formatted(line)))
                .toList();
        return new SheetDraft(
                "demonstration",
                Permission.READ_ENTITLEMENT,
                new SheetDraft.Holder(owner.organisation(), "上海澄湖科技有限公司"),
                subject,
                "测试文书",
                PlainSheet.TEMPLATE,
                new PlainSheet(List.of(new PlainSheet.Section("内容", facts))));
    }

    private String text(IssuedSheet sheet) throws IOException {
        try (var read = Loader.loadPDF(sheets.read(sheet))) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(read);
        }
    }

    private int pages(IssuedSheet sheet) throws IOException {
        try (var read = Loader.loadPDF(sheets.read(sheet))) {
            return read.getNumberOfPages();
        }
    }

    private static RequestKey key() {
        return new RequestKey("test-" + UUID.randomUUID());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
