// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.access.Permission;
import io.atrium.web.Seen;
import io.atrium.web.operation.OperationResult;
import io.atrium.web.operation.Operations;
import io.atrium.web.operation.StartOperation;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/// Large deliveries of the registry, taken in while nobody waits (大批量导入). All or nothing, as the small ones: a
/// cancellation leaves nothing. The result is the report, whether it was written or not.
@Component
public class LongImports {

    /// From about 700 rows on it may take more than ten seconds; books are packed.
    static final int TEXT_BYTES_AT_ONCE = 200_000;
    static final int BOOK_BYTES_AT_ONCE = 40_000;

    private final Companies companies;
    private final Operations operations;

    LongImports(Companies companies, Operations operations) {
        this.companies = companies;
        this.operations = operations;
    }

    /// Whether a person should not be left waiting for it.
    public static boolean isLong(byte[] delivery) {
        return delivery.length > (isBook(delivery) ? BOOK_BYTES_AT_ONCE : TEXT_BYTES_AT_ONCE);
    }

    /// The same file while it is under way is the same operation.
    public Operations.Begun start(ImportRegistry command) {
        command.actor().require(Permission.IMPORT_REGISTRY);
        var start = new StartOperation(
                command.actor(),
                "registry-import:"
                        + Seen.of(HexFormat.of().formatHex(command.bytes())).mark(),
                new StartOperation.Title("company.imports.operation", "company.imports.operation.what"),
                List.of("company.imports.stage.check", "company.imports.stage.rows", "company.imports.stage.facts"),
                true);
        return operations.start(
                start,
                progress -> new OperationResult.Page("/registry-imports/"
                        + companies.importRegistry(command, progress).id()));
    }

    private static boolean isBook(byte[] delivery) {
        return delivery.length > 1 && delivery[0] == 'P' && delivery[1] == 'K';
    }
}
