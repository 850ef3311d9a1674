// SPDX-License-Identifier: Apache-2.0
// Bars and lines on a canvas, with descriptions for screen readers; nothing else of ECharts is loaded.
import * as echarts from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';
echarts.use([AriaComponent, BarChart, CanvasRenderer, GridComponent, LegendComponent, LineChart, TooltipComponent]);
window.echarts = echarts;
