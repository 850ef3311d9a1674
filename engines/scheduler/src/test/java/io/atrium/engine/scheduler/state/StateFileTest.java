// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.atrium.engine.scheduler.RandomExperience;
import io.atrium.engine.scheduler.RandomSnapshot;
import io.atrium.engine.scheduler.Round;
import io.atrium.engine.scheduler.Scene;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.PoolPreference;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.StartExperience;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StateFileTest {

    @Property(tries = 300)
    void whatIsReadBackWritesTheSameBytesAndIsDecidedTheSame(@ForAll long seed) {
        var snapshot = switch ((int) Math.floorMod(seed, 3L)) {
            case 0 -> RandomSnapshot.of(seed);
            case 1 -> RandomSnapshot.dated(seed);
            default -> RandomSnapshot.shaped(seed);
        };
        var lines = StateFile.write(snapshot);
        var back = StateFile.read(lines);
        assertThat(StateFile.write(back)).isEqualTo(lines);
        assertThat(Round.of(back)).isEqualTo(Round.of(snapshot));
        assertThat(back.shares().weights()).isEqualTo(snapshot.shares().weights());
        assertThat(back.shares().used())
                .containsExactlyInAnyOrderElementsOf(snapshot.shares().used());
        assertThat(back.waiting()).containsExactlyInAnyOrderElementsOf(snapshot.waiting());
        assertThat(back.running()).containsExactlyInAnyOrderElementsOf(snapshot.running());
    }

    @Property(tries = 100)
    void whatWasLearnedComesBackAndTellsTheSame(@ForAll long seed) {
        var plain = RandomSnapshot.of(seed);
        var snapshot = plain.withExperience(RandomExperience.of(seed, plain));
        var back = StateFile.read(StateFile.write(snapshot));
        assertThat(back.experience()).isEqualTo(snapshot.experience());
        assertThat(StateFile.write(back)).isEqualTo(StateFile.write(snapshot));
        assertThat(Round.of(back)).isEqualTo(Round.of(snapshot));
    }

    @Test
    void aFileOfBeforeHasLearnedNothing() {
        assertThat(StateFile.read(StateFile.write(scene())).experience()).isEqualTo(StartExperience.none());
        assertThat(refused(StateFile.VERSION, "at,2026-03-02T10:00:00Z", "half-life,P7D", "waited,usual,j,0,1"))
                .hasMessageContaining("names no 'book'");
    }

    @Property(tries = 300)
    void anyWordComesBack(@ForAll String word) {
        assertThat(StateWord.read(StateWord.written(word))).isEqualTo(word);
        assertThat(StateWord.written(word)).doesNotContain(",", ";", "=", "\n", "\r");
    }

    @Test
    void everyWishAndEveryOddNameComesBack() {
        var wishes = new Wishes(
                java.util.Optional.of(new GpuModel("H800, 80 GB")),
                Set.of(new ProviderId("a;b"), new ProviderId("c=d")),
                Set.of(new PoolId("甲"), new PoolId("乙%2c")),
                java.util.OptionalLong.of(1_180),
                PoolPreference.TIGHTEST_FIT,
                new Shape(GpuShare.WHOLE, new PerGpu(16, 256), new Link(400)),
                java.util.Optional.of(new ProviderId("数据,中心")));
        var turn = new Turn(-3, Scene.TEN.minusNanos(1), "项目, 一 = 二;三%\n四");
        var job = new Job(new JobId("j,1"), new TenantId("企业"), 9, Duration.ofMillis(90_500), turn, wishes);
        var scene = new Scene().pool("甲", "H800, 80 GB", 8, 1).quota("企业", 3);
        var shares = new Shares(
                Duration.ofDays(3),
                Map.of(new TenantId("企业"), 3),
                List.of(new Shares.Used(new TenantId("企业"), "x,y", new GpuModel("H800, 80 GB"), 7)));
        var snapshot = scene.waits(job).snapshot().withShares(shares);
        var back = StateFile.read(StateFile.write(snapshot));
        assertThat(back.waiting()).containsExactly(job);
        assertThat(back.shares()).isEqualTo(shares);
        assertThat(back.quotas()).isEqualTo(snapshot.quotas());
        assertThat(back.fleet()).isEqualTo(snapshot.fleet());
        assertThat(back.at()).isEqualTo(snapshot.at());
    }

    @Test
    void namesTheFirstLineThatItDoesNotUnderstand() {
        assertThat(refused("1", "nonsense").line()).isEqualTo(1);
        assertThat(refused(StateFile.VERSION, "at,2026-03-02T10:00:00Z", "walks,x"))
                .satisfies(wrong -> {
                    assertThat(wrong.line()).isEqualTo(3);
                    assertThat(wrong).hasMessageContaining("'walks' begins no line");
                });
        assertThat(refused(StateFile.VERSION, "node,n-1,p")).hasMessageContaining("'node' takes 3 words");
        assertThat(refused(StateFile.VERSION, "at,yesterday").line()).isEqualTo(2);
        assertThat(refused(StateFile.VERSION)).hasMessageContaining("half-life");
    }

    @Test
    void datesAreWrittenOnlyWhereThereAreSomeAndNameJobsThatWait() {
        var date = Scene.TEN.plusSeconds(7_200);
        var scene = new Scene().pool("p", "h100", 8, 1).waits(Scene.job("a", 1).neededBy(date), Scene.job("b", 1));
        assertThat(StateFile.write(scene.snapshot())).contains("needed-by,a,2026-03-02T12:00:00Z");
        assertThat(StateFile.write(scene())).noneMatch(line -> line.startsWith("needed-by"));
        var lines = new ArrayList<>(StateFile.write(scene()));
        lines.add("needed-by,nobody,2026-03-02T12:00:00Z");
        assertThat(refused(lines.toArray(String[]::new))).hasMessageContaining("those that wait");
    }

    @Test
    void shapesAreWrittenOnlyWhereThereAreSomeAndNameWhatIsThere() {
        var pool = Scene.poolOf("q", "l40", 2, 400).shaped(new Shape(new GpuShare(4), new PerGpu(16, 128)));
        var job = Scene.job("a", 1).withWishes(Wishes.anywhere().shaped(new Shape(new GpuShare(8), PerGpu.NOTHING)));
        var lines = StateFile.write(new Scene().pool(pool, 1).waits(job).snapshot());
        assertThat(lines).contains("pool-shape,q,1/4,16,128", "shape,a,1/8,0,0");
        assertThat(StateFile.write(scene())).noneMatch(line -> line.contains("shape"));
        assertThat(refusedWith("pool-shape,nowhere,1/4,0,0")).hasMessageContaining("names pools");
        assertThat(refusedWith("shape,nobody,1/4,0,0")).hasMessageContaining("jobs that wait");
        assertThat(refusedWith("data-at,nobody,x")).hasMessageContaining("jobs that wait");
        assertThat(refusedWith("pool-shape,p,1/3,0,0")).hasMessageContaining("a share is 1, 1/2, 1/4, 1/7 or 1/8");
    }

    @Test
    void linksAreWrittenOnlyWhereThereAreSomeAndNameWhatIsThere() {
        var pool = Scene.poolOf("q", "h800", 8, 400).shaped(Shape.WHOLE_GPUS.withLink(new Link(400)));
        var job = Scene.job("a", 8).withWishes(Wishes.anywhere().shaped(Shape.WHOLE_GPUS.withLink(new Link(200))));
        var snapshot = new Scene().pool(pool, 1).waits(job).snapshot();
        var lines = StateFile.write(snapshot);
        assertThat(lines).contains("pool-link,q,400", "link,a,200").noneMatch(line -> line.contains("shape"));
        assertThat(StateFile.read(lines).fleet()).isEqualTo(snapshot.fleet());
        assertThat(StateFile.read(lines).waiting()).containsExactly(job);
        assertThat(StateFile.write(scene())).noneMatch(line -> line.contains("link"));
        assertThat(refusedWith("pool-link,nowhere,400")).hasMessageContaining("'pool-link' names pools");
        assertThat(refusedWith("link,nobody,400")).hasMessageContaining("'link' names jobs that wait");
        assertThat(refusedWith("pool-link,p,6401")).hasMessageContaining("0 to 6400 Gbit/s");
    }

    @Test
    void aFileOfBeforeSaysNothingOfLinks() {
        var lines = new ArrayList<>(StateFile.write(scene()));
        lines.add("pool-shape,p,1,16,128");
        var pool = StateFile.read(lines).fleet().pools().getFirst();
        assertThat(pool.shape()).isEqualTo(new Shape(GpuShare.WHOLE, new PerGpu(16, 128)));
    }

    private static StateNotUnderstood refusedWith(String line) {
        var lines = new ArrayList<>(StateFile.write(scene()));
        lines.add(line);
        return refused(lines.toArray(String[]::new));
    }

    @Test
    void refusesAStateThatCannotBe() {
        var lines = new ArrayList<>(StateFile.write(scene()));
        lines.add("node,n-9,nowhere,UP");
        assertThat(refused(lines.toArray(String[]::new))).hasMessageContaining("names an unknown pool");
    }

    private static Snapshot scene() {
        return new Scene().pool("p", "h100", 8, 1).snapshot();
    }

    private static StateNotUnderstood refused(String... lines) {
        return catchThrowableOfType(StateNotUnderstood.class, () -> StateFile.read(List.of(lines)));
    }
}
