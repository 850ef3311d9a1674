// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.CertificateView;
import io.atrium.web.component.Option;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts certificates into words.
record CertificateViews(LocalDate today, LocalDate soon, Text t) {

    String kind(CertificateView certificate) {
        return t.of("company.certificate.kind", certificate.details().kind());
    }

    String title(CertificateView certificate) {
        return t.of(
                "company.certificate.name",
                kind(certificate),
                certificate.details().number());
    }

    String until(CertificateView certificate) {
        var until = certificate.details().validUntil();
        return until == null ? t.of("company.certificate.endless") : t.dateShort(until);
    }

    Tag state(CertificateView certificate) {
        if (certificate.hasEndedBy(today)) {
            return Tag.of(Tone.BAD, "company.certificate.state.ended");
        }
        return certificate.hasEndedBy(soon)
                ? Tag.of(Tone.WAIT, "company.certificate.state.ending")
                : Tag.of(Tone.GOOD, "company.certificate.state.valid");
    }

    Tag trust(CertificateView certificate) {
        return certificate.check() == null
                ? Tag.of(Tone.PLAIN, "company.certificate.trust.self")
                : Tag.of(Tone.GOOD, "company.certificate.trust.checked");
    }

    @Nullable
    String trustText(CertificateView certificate) {
        var check = certificate.check();
        return check == null ? null : t.of("company.certificate.trust.by", check.by(), t.dateTime(check.at()));
    }

    /// What can be picked as proof instead of being uploaded again.
    List<Option> options(List<CertificateView> certificates) {
        return certificates.stream()
                .map(certificate -> Option.literal(certificate.file().value(), title(certificate))
                        .hint(t.of(
                                "company.certificate.hint",
                                t.of(trust(certificate).key()),
                                t.of(state(certificate).key()),
                                until(certificate))))
                .toList();
    }
}
