// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import io.atrium.engine.meaning.SharedModel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// A process of its own that feeds an index, commits in between, and waits to be killed.
final class FeedUntilKilled {
    private FeedUntilKilled() {}

    public static void main(String... arguments) throws Exception {
        var index = CaseIndex.open(Path.of(arguments[0]), SharedModel.get(), Synonyms.none());
        for (int i = 0; i < 40; i++) index.put(need(i));
        index.commit(40);
        System.out.println("committed 40");
        for (int i = 40; i < 60; i++) index.put(need(i));
        System.out.println("fed " + index.count());
        new CountDownLatch(1).await();
    }

    static CaseText need(int number) {
        return new CaseText("case-" + number, "第" + number + "层的打印机卡纸", Set.of("tenant:a"));
    }
}
