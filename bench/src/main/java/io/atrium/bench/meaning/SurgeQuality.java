// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import io.atrium.bench.Row;
import io.atrium.bench.Row.Peer;
import io.atrium.engine.meaning.pattern.PatternSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How well planted bursts are found, on seeds and phrasings that nothing was tuned on.
///
/// The engine's settings and the threshold of the peer were both chosen on seeds 1 to 6 with the tuning half of the
/// phrasings, each for its best F1 (the engine: the one of the best with the fewest false alarms).
final class SurgeQuality {
    private static final long FIRST_SEED = 101;
    private static final int SEEDS = 6;
    private static final double PEER_THRESHOLD = 4;
    private static final String PEER = "z-score, " + (int) PEER_THRESHOLD;

    private final NeedPool pool;

    SurgeQuality(NeedPool pool) {
        this.pool = pool;
    }

    List<Row> rows() {
        var engine = new Score();
        var peer = new Score();
        int repeaters = 0;
        int repeatersFound = 0;
        for (int i = 0; i < SEEDS; i++) {
            var stream = new NeedStream(pool, FIRST_SEED + i);
            var watched = new WatchedStream(stream, PatternSettings.usual());
            engine.add(stream, watched.alarms());
            peer.add(stream, new CategoryZScore(PEER_THRESHOLD).alarms(stream));
            repeaters += stream.repeaters().size();
            var told = watched.repeatedFirms();
            repeatersFound +=
                    (int) stream.repeaters().stream().filter(told::contains).count();
        }
        var rows = new ArrayList<Row>();
        rows.add(row("surges: precision", "", engine.precision(), peer.precision(), Row.Limit.atLeast(0.8)));
        rows.add(row("surges: recall", "", engine.recall(), peer.recall(), Row.Limit.atLeast(0.7)));
        rows.add(row("surges: F1", "", engine.f1(), peer.f1(), null));
        rows.add(row("surges: days to detection", "d", engine.daysToDetection(), peer.daysToDetection(), null));
        rows.add(row(
                "surges: false alarms in 100 days",
                "",
                engine.falseAlarmsPer100Days(),
                peer.falseAlarmsPer100Days(),
                Row.Limit.atMost(1)));
        rows.add(new Row("planted repeating firms told", "%", 100.0 * repeatersFound / repeaters, null, null));
        return rows;
    }

    private static Row row(String figure, String unit, double value, double peer, Row.@Nullable Limit limit) {
        return new Row(figure, unit, value, new Peer(PEER, peer), limit);
    }
}
