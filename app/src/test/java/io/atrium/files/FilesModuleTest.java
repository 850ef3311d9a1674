// SPDX-License-Identifier: Apache-2.0
package io.atrium.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class FilesModuleTest {
    @Autowired
    StoredFiles files;

    @Autowired
    House house;

    @Test
    void handsAFileBackToItsOwnerOnly() {
        var owner = house.firmOwner();
        var file = stored(owner, "C:\\scans\\evidence\n.pdf", "scan");
        assertThat(file.name()).isEqualTo("evidence.pdf");
        assertThat(files.find(owner.actor().scope(Permission.READ_COMPANY), file.id()))
                .contains(file);
        assertThat(files.read(file)).isEqualTo("scan".getBytes(StandardCharsets.UTF_8));
        assertThat(files.find(house.firmOwner().actor().scope(Permission.READ_COMPANY), file.id()))
                .isEmpty();
        assertThat(files.find(new Scope.None(), file.id())).isEmpty();
        assertThat(house.browser(owner).get("/files/" + file.id()).status()).isEqualTo(200);
        assertThat(house.browser(house.firmOwner()).get("/files/" + file.id()).status())
                .isEqualTo(404);
        assertThat(house.browser(owner).get("/files/..%2f..%2fpg.password").status())
                .isIn(400, 404);
        assertThat(house.visitor().get("/files/" + file.id()).path()).isEqualTo("/sign-in");
    }

    @Test
    void sharesTheContentButNotTheOwner() {
        var one = stored(house.firmOwner(), "a.txt", "same");
        var other = stored(house.firmOwner(), "b.txt", "same");
        assertThat(one.sha256()).isEqualTo(other.sha256());
        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.owner()).isNotEqualTo(other.owner());
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertThat(refusal(new byte[0])).isEqualTo(FileRefusal.FILE_EMPTY);
        assertThat(refusal(new byte[StoredFiles.SIZE_BYTES_MAX + 1])).isEqualTo(FileRefusal.FILE_TOO_LARGE);
    }

    private FileView stored(Resident owner, String name, String content) {
        var outcome =
                files.store(new StoreFile(owner.actor(), name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        return ((StoreOutcome.Stored) outcome).file();
    }

    private Object refusal(byte[] bytes) {
        var outcome = files.store(new StoreFile(house.firmOwner().actor(), "x", "text/plain", bytes));
        return ((StoreOutcome.Refused) outcome).refusal().code();
    }
}
