// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo;

import io.atrium.company.AddCertificate;
import io.atrium.company.CertificateId;
import io.atrium.company.CertificateKind;
import io.atrium.company.CertificateOutcome;
import io.atrium.company.CertificateView;
import io.atrium.company.Certificates;
import io.atrium.company.Consents;
import io.atrium.company.CorrectionId;
import io.atrium.company.CorrectionOutcome;
import io.atrium.company.Corrections;
import io.atrium.company.DecideCorrection;
import io.atrium.company.GrantConsent;
import io.atrium.company.RequestCorrection;
import io.atrium.company.Upload;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the invented firms did with their files (示范资料): papers kept, corrections asked for, consents given. Every
/// change
/// has a fixed key and fixed content, so that a second start changes nothing.
@Component
class DemoPapers {

    static final LocalDate DATE = LocalDate.of(2026, 10, 31);

    private final Certificates certificates;
    private final Corrections corrections;
    private final Consents consents;

    DemoPapers(Certificates certificates, Corrections corrections, Consents consents) {
        this.certificates = certificates;
        this.corrections = corrections;
        this.consents = consents;
    }

    /// A firm's owner, the officer who looks at its papers, and the bank that it goes to.
    record Cast(Actor owner, Actor officer, OrgId bank) {}

    void lay(Cast cast, int number) {
        var owner = cast.owner();
        certificate(owner, number, CertificateKind.BUSINESS_LICENCE, null)
                .ifPresent(id -> certificates.check(key(number, "licence-check"), cast.officer(), id));
        certificate(owner, number, CertificateKind.SOFTWARE_COPYRIGHT, null);
        certificate(owner, number, CertificateKind.MANAGEMENT_SYSTEM, LocalDate.of(2026, 12, 18));
        consents.grant(new GrantConsent(
                key(number, "consent"),
                owner,
                cast.bank(),
                List.of("finance", "identity", "property"),
                "申请流动资金贷款（示范）",
                LocalDate.of(2027, 10, 31)));
        ask(owner, number, "employees", Integer.toString(60 + number));
        ask(owner, number, "ip_class1", Integer.toString(10 + number))
                .ifPresent(id -> corrections.decide(new DecideCorrection(
                        key(number, "refusal"), cast.officer(), id, false, "凭据只列出受理号，未见授权证书，请补充后重新提出。")));
    }

    private Optional<CorrectionId> ask(Actor owner, int number, String fact, String value) {
        var statement = new RequestCorrection.Statement(fact, null, value, DATE, "登记数据未包含最近的变化，附有关证明（示范）。");
        var proof = new Upload("证明材料.pdf", "application/pdf", pdf("Proof " + fact + " " + number));
        var asked = corrections.request(
                new RequestCorrection(key(number, "correct-" + fact), owner, statement, List.of(proof), List.of()));
        return asked instanceof CorrectionOutcome.Done(var id) ? Optional.of(id) : Optional.empty();
    }

    private Optional<CertificateId> certificate(
            Actor owner, int number, CertificateKind kind, @Nullable LocalDate until) {
        var details = new CertificateView.Details(
                kind,
                "DEMO-%s-%04d".formatted(kind.name().substring(0, 3), number),
                "发证机关（演示）",
                LocalDate.of(2024, 12, 19),
                until);
        var scan = new Upload("证照.pdf", "application/pdf", pdf(kind + " " + number));
        var added = certificates.add(new AddCertificate(key(number, "paper-" + kind), owner, details, scan));
        return added instanceof CertificateOutcome.Done(var id) ? Optional.of(id) : Optional.empty();
    }

    private static RequestKey key(int number, String step) {
        return new RequestKey("demo-papers-" + number + "-" + step);
    }

    /// The smallest page that a reader of PDF opens: one line of text.
    static byte[] pdf(String line) {
        var text = "BT /F1 24 Tf 72 720 Td (" + line + ") Tj ET";
        var objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                "<</Length " + text.length() + ">>\nstream\n" + text + "\nendstream",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            places.append("%010d 00000 n \n".formatted(file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = file.length();
        file.append(places)
                .append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
