// SPDX-License-Identifier: Apache-2.0
// <atrium-chart>: draws the numbers of the table inside it. The table stays as the twin, folded; without this script it
// is open and says the same. Colours come from the style sheet, so that both themes and a change between them hold.
// What opens under the pointer is put away by Escape, with the pointer where it is.
class AtriumChart extends HTMLElement {
  connectedCallback() {
    this.place = this.querySelector(".atrium-chart__canvas");
    this.place.hidden = false;
    this.querySelector(".atrium-chart__twin").open = false;
    this.chart = echarts.init(this.place, null, { locale: document.documentElement.lang.startsWith("zh") ? "ZH" : "EN" });
    this.night = matchMedia("(prefers-color-scheme: dark)");
    this.draw = () => this.chart.setOption(this.option(), true);
    this.night.addEventListener("change", this.draw);
    this.dismiss = (event) => { if (event.key === "Escape") this.chart.dispatchAction({ type: "hideTip" }); };
    document.addEventListener("keydown", this.dismiss);
    this.size = new ResizeObserver(() => this.chart.resize());
    this.size.observe(this.place);
    this.offerPatterns();
    this.draw();
  }

  disconnectedCallback() {
    this.night.removeEventListener("change", this.draw);
    document.removeEventListener("keydown", this.dismiss);
    this.size.disconnect();
    this.chart.dispose();
  }

  offerPatterns() {
    const button = this.querySelector(".atrium-chart__patterns");
    button.hidden = false;
    button.addEventListener("click", () => {
      this.patterns = !this.patterns;
      button.setAttribute("aria-pressed", String(this.patterns));
      this.draw();
    });
  }

  option() {
    const style = getComputedStyle(this);
    const colour = (name) => style.getPropertyValue(name).trim();
    const bars = this.dataset.kind !== "lines";
    const font = { color: colour("--ink-quiet"), fontFamily: style.fontFamily, fontSize: 13 };
    const heads = [...this.querySelectorAll("thead th[data-colour]")];
    const rows = [...this.querySelectorAll("tbody tr")];
    const line = { lineStyle: { color: colour("--line") } };
    const names = rows.map((row) => row.cells[0].textContent.trim());
    // Names that do not fit side by side stand aslant; the longest are cut there, the tip and the table have them whole.
    const room = this.clientWidth / Math.max(1, names.length) - 12;
    const aslant = names.length > 6 || names.some((name) => [...name].reduce((sum, sign) => sum + (sign > "\u2e80" ? 13 : 7), 0) > room);
    const tilt = aslant ? (this.clientWidth < 560 ? 90 : 40) : 0;
    return {
      animation: false,
      textStyle: font,
      color: heads.map((head) => colour(`--chart-${head.dataset.colour}`)),
      aria: { enabled: true, label: { description: this.dataset.description }, decal: { show: Boolean(this.patterns) } },
      legend: { show: heads.length > 1, top: 0, left: 0, textStyle: font },
      tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: bars ? "shadow" : "line" },
        backgroundColor: colour("--paper"), borderColor: colour("--line-strong"), textStyle: { ...font, color: colour("--ink") } },
      grid: { left: 8, right: 16, top: heads.length > 1 ? 64 : 36, bottom: 8, containLabel: true },
      xAxis: { type: "category", data: names, axisLabel: { ...font, interval: 0, rotate: tilt, width: aslant ? (tilt > 45 ? 88 : 120) : undefined, overflow: aslant ? "truncate" : "none" },
        axisLine: { lineStyle: { color: colour("--line-strong") } }, axisTick: { show: false } },
      yAxis: { type: "value", min: bars ? 0 : undefined, name: this.dataset.unit, nameTextStyle: { ...font, align: "left" },
        axisLabel: font, splitLine: line },
      series: heads.map((head, i) => ({
        name: head.textContent.trim(),
        type: bars ? "bar" : "line",
        stack: this.dataset.kind === "stacked" ? "all" : undefined,
        barMaxWidth: 40,
        symbol: ["circle", "rect", "triangle", "diamond", "pin", "arrow"][i],
        symbolSize: 7,
        data: rows.map((row) => (row.cells[i + 1].dataset.value === undefined ? null : Number(row.cells[i + 1].dataset.value))),
      })),
    };
  }
}
if (!customElements.get("atrium-chart")) customElements.define("atrium-chart", AtriumChart);
