// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

/// Issue a sheet with this content; the fingerprint stands for title and content.
record IssueSheet(String organisation, String kind, String subject, String language, String fingerprint) {

    /// What has versions.
    String subjectKey() {
        return String.join("|", organisation, kind, subject, language);
    }

    /// @param sheet its id
    record Outcome(String sheet) {}
}
