// SPDX-License-Identifier: Apache-2.0
package io.atrium.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UxRowsTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void theCommittedPageIsTheOneThatTheTestsGive() throws IOException {
        assertThat(Files.readString(ROOT.resolve(UxRows.PAGE)))
                .as("run ./atrium rows and commit %s", UxRows.PAGE)
                .isEqualTo(UxRows.page(ROOT));
    }

    @Test
    void everyTagNamesARow() throws IOException {
        var known = UxRows.rows(ROOT).stream().map(UxRows.Row::id).toList();
        assertThat(known).doesNotHaveDuplicates();
        assertThat(UxRows.proofs(ROOT))
                .as("rows are listed in %s", UxRows.ROWS)
                .allSatisfy(proof -> assertThat(known).contains(proof.row()));
    }

    @Test
    void aTagBelongsToTheTypeOrMethodBelowIt() {
        var source = """
                #("FRM-1")
                @AtriumTest
                class FrameTest {
                    // #("FRM-9") is only spoken of
                    @Test
                    #("FRM-2")
                    #("I18-2")
                    void switches() throws Exception {
                """.replace("#", "@Tag").lines().toList();
        assertThat(UxRows.proofs(source))
                .containsExactly(
                        new UxRows.Proof("FRM-1", "FrameTest"),
                        new UxRows.Proof("FRM-2", "FrameTest#switches"),
                        new UxRows.Proof("I18-2", "FrameTest#switches"));
    }
}
