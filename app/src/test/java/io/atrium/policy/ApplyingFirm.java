// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.company.AddCertificate;
import io.atrium.company.CertificateKind;
import io.atrium.company.CertificateOutcome;
import io.atrium.company.CertificateView;
import io.atrium.company.Certificates;
import io.atrium.company.Upload;
import io.atrium.kernel.RequestKey;
import io.atrium.testing.Resident;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A firm of a test that applies, with its owner; each step by the front door.
record ApplyingFirm(Applications applications, Certificates certificates, Resident owner) {

    static final PolicyId TRAINING = new PolicyId("demo-training-voucher");

    /// Facts with which the training voucher allows up to 200,000.00 yuan.
    static Map<String, String> facts() {
        var facts = Firms.entitled();
        facts.put("compute_contract_amount", "1000000.00");
        facts.put("compute_supplier_affiliated", "否");
        return facts;
    }

    ApplicationId draft(PolicyId policy) {
        return done(applications.start(owner.actor(), key(), new ApplyForBenefit.Start(policy)))
                .application();
    }

    String paper() {
        var details = new CertificateView.Details(
                CertificateKind.OTHER, "合同 " + UUID.randomUUID().toString().substring(0, 8), "算力公司", null, null);
        var scan = new Upload("contract.pdf", "application/pdf", "%PDF-1.4 x".getBytes(StandardCharsets.UTF_8));
        var added = certificates.add(new AddCertificate(key(), owner.actor(), details, scan));
        return ((CertificateOutcome.Done) added).id().value();
    }

    void prove(ApplicationId application, String slot, String paper) {
        done(applications.pickPapers(
                owner.actor(), key(), new ApplyForBenefit.PickPapers(application, Map.of(slot, List.of(paper)))));
    }

    ApplicationOutcome submit(ApplicationId application) {
        var found = applications.find(owner.actor(), application).orElseThrow();
        var seen = applications.check(found).seen(found);
        return applications.submit(owner.actor(), key(), new ApplyForBenefit.Submit(application, seen));
    }

    ApplicationId submitted(PolicyId policy) {
        var application = draft(policy);
        done(submit(application));
        return application;
    }

    static ApplicationOutcome.Done done(ApplicationOutcome outcome) {
        if (outcome instanceof ApplicationOutcome.Done done) {
            return done;
        }
        throw new AssertionError(outcome);
    }

    static RequestKey key() {
        return new RequestKey("test-" + UUID.randomUUID());
    }
}
