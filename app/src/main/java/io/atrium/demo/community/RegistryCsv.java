// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes firms as the CSV that a registry delivers: UTF-8, RFC 4180, one bilingual header row, a blank for unknown.
public final class RegistryCsv {
    private static final String LINE_END = "\r\n";
    private static final Map<String, String> COLUMNS = columns();

    private RegistryCsv() {}

    public static byte[] write(List<InventedFirm> firms) {
        var csv = new StringBuilder();
        csv.append(line(COLUMNS.entrySet().stream()
                .map(column -> column.getValue() + "/" + column.getKey())
                .toList()));
        firms.forEach(firm -> csv.append(line(cells(firm))));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(InventedFirm firm) {
        return COLUMNS.keySet().stream()
                .map(column -> column.equals("source_date")
                        ? Community.REGISTRY_DATE.toString()
                        : firm.registryValue(column).orElse(""))
                .toList();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(RegistryCsv::quoted).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("unified_code", "统一社会信用代码");
        columns.put("name", "企业名称");
        columns.put("name_en", "英文名称");
        columns.put("organisation_type", "主体类型");
        columns.put("registered_on", "成立日期");
        columns.put("registered_city", "注册城市");
        columns.put("registered_district", "注册区");
        columns.put("tax_district", "税务关系所在区");
        columns.put("industry", "所属行业");
        columns.put("business_fields", "业务领域");
        columns.put("in_community", "入驻本社区");
        columns.put("employees", "从业人数");
        columns.put("rd_staff", "研发人员数");
        for (var money : List.of("revenue:营业收入", "rd_spend:研发费用", "total_costs:成本费用总额")) {
            var words = money.split(":");
            for (int year = Community.FIRST_YEAR; year <= Community.LAST_YEAR; year++) {
                columns.put(words[0] + "_" + year, words[1] + "_" + year);
            }
        }
        columns.put("total_assets", "资产总额");
        columns.put("new_equity_2y", "近两年新增股权融资");
        columns.put("ip_class1", "Ⅰ类知识产权");
        columns.put("ip_class2", "Ⅱ类知识产权");
        columns.put("high_tech_certificate", "有效的高新技术企业证书");
        columns.put("dishonesty_record_3y", "近三年失信记录");
        columns.put("abnormal_operation_list", "列入经营异常名录");
        columns.put("major_accident_2y", "近两年重大事故或环境违法");
        columns.put("prohibited_product", "产品属禁止、限制或淘汰类");
        columns.put("generative_filing_kind", "生成式人工智能服务备案或登记");
        columns.put("generative_filing_on", "备案或登记完成日期");
        columns.put("source_date", "数据日期");
        return columns;
    }
}
