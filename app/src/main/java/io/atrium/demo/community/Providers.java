// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import io.atrium.demo.community.InventedProvider.Pool;
import java.util.List;

/// The nine invented providers and their 50,000 GPUs, written out: the fleet is a stage set, not a random one.
///
/// Prices are of the order that public reports of 2023 to 2025 gave for rented cards; no provider's price list.
final class Providers {
    private static final int FIRST_CODE_NUMBER = 5_001;

    private Providers() {}

    static List<InventedProvider> all() {
        return List.of(
                provider(
                        1,
                        "霁川智算",
                        "Jichuan Compute",
                        h800("jichuan-h800", 1_024, 1_260).linked(400),
                        a100("jichuan-a100", 256, 920)),
                provider(
                        2,
                        "砚山云力",
                        "Yanshan Cloud Power",
                        ascend("yanshan-910b", 1_280, 640).linked(200)),
                provider(
                        3,
                        "澜舷算力",
                        "Lanxian Computing",
                        h800("lanxian-h800", 512, 1_180).linked(200),
                        consumer("lanxian-4090", 384, 168)),
                provider(4, "垚光数智", "Yaoguang Digital", ascend("yaoguang-910b", 768, 590)),
                provider(
                        5,
                        "穹隅科技",
                        "Qiongyu Technology",
                        a100("qiongyu-a100", 512, 860),
                        l40("qiongyu-l40", 240, 420),
                        quarters(l40("qiongyu-l40-quarter", 16, 440))),
                provider(6, "筠泽网络", "Yunze Networks", consumer("yunze-4090", 512, 185)),
                provider(
                        7,
                        "衡朔智算",
                        "Hengshuo Compute",
                        h20("hengshuo-h20", 384, 560).linked(400)),
                provider(8, "棠溯信息", "Tangsu Information", ascend("tangsu-910b", 192, 670)),
                provider(9, "汐知云", "Xizhi Cloud", a100("xizhi-a100", 120, 790), consumer("xizhi-4090", 50, 152)));
    }

    private static InventedProvider provider(int number, String brand, String brandEn, Pool... pools) {
        return new InventedProvider(
                number,
                InventedNames.unifiedCode("91", FIRST_CODE_NUMBER + number),
                brand + "服务有限公司",
                brandEn + " Co., Ltd.",
                List.of(pools));
    }

    private static Pool h800(String code, int nodes, long fen) {
        return new Pool(code, "H800-class", false, 80, nodes, 8, fen, 1, 24, 256, 0);
    }

    private static Pool h20(String code, int nodes, long fen) {
        return new Pool(code, "H20-class", false, 96, nodes, 8, fen, 1, 24, 256, 0);
    }

    private static Pool a100(String code, int nodes, long fen) {
        return new Pool(code, "A100-class", false, 80, nodes, 8, fen, 1, 16, 128, 0);
    }

    private static Pool ascend(String code, int nodes, long fen) {
        return new Pool(code, "910B-class", true, 64, nodes, 8, fen, 1, 24, 192, 0);
    }

    private static Pool l40(String code, int nodes, long fen) {
        return new Pool(code, "L40-class", false, 48, nodes, 8, fen, 1, 16, 128, 0);
    }

    private static Pool consumer(String code, int nodes, long fen) {
        return new Pool(code, "4090-class", false, 24, nodes, 8, fen, 1, 12, 64, 0);
    }

    /// Sold in quarters of a GPU.
    private static Pool quarters(Pool whole) {
        return new Pool(
                whole.code(),
                whole.model(),
                whole.domestic(),
                whole.memoryGib(),
                whole.nodes(),
                whole.gpusPerNode(),
                whole.priceFenPerGpuHour(),
                4,
                whole.cpusPerGpu(),
                whole.memoryGibPerGpu(),
                whole.linkGbps());
    }
}
